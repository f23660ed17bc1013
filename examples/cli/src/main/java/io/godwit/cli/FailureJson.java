package io.godwit.cli;

import io.godwit.failure.ChangelogRefusedException;
import io.godwit.failure.InvalidMigrationException;
import io.godwit.failure.MissingPrivilege;
import io.godwit.failure.PackageRejectedException;
import io.godwit.failure.PrivilegeMissingException;

/** What went wrong, as scripts read it. */
final class FailureJson {

    private FailureJson() {}

    static Json of(Exception failure, String message) {
        Json error = new Json().with("kind", ExitCode.kind(failure)).with("message", message);
        if (failure instanceof InvalidMigrationException invalid) {
            return error.with("problems", ProblemJson.of(invalid.problems()));
        }
        if (failure instanceof ChangelogRefusedException refused) {
            return error.with("problems", ProblemJson.of(refused.problems()));
        }
        if (failure instanceof PackageRejectedException rejected) {
            return rejected.fault().map(fault -> error.with("fault", fault)).orElse(error);
        }
        if (failure instanceof PrivilegeMissingException lacking) {
            return error.with(
                    "missing",
                    lacking.missing().stream().map(FailureJson::missing).toList());
        }
        return error;
    }

    private static Json missing(MissingPrivilege missing) {
        return new Json()
                .with("privilege", missing.privilege())
                .with("places", missing.places())
                .with("remedy", missing.remedy());
    }
}
