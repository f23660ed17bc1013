package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.failure.ActionDeniedException;
import io.godwit.failure.DatabaseUnavailableException;
import io.godwit.failure.DialectNotFoundException;
import io.godwit.failure.HistoryConflictException;
import io.godwit.failure.InvalidMigrationException;
import io.godwit.failure.LockTimeoutException;
import io.godwit.failure.PackageRejectedException;
import io.godwit.failure.PlanRefusedException;
import io.godwit.failure.PrivilegeMissingException;
import io.godwit.failure.RepairNeededException;
import io.godwit.failure.StatementFailedException;
import io.godwit.failure.StatementFailure;
import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.failure.ValidationFailedException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExitCodeTest {

    @Test
    void everyFailureHasTheCodeThatIsPromised() {
        StatementFailure statement = new StatementFailure("m", "s", "SELECT", "42000", 1, "no", "unchanged");
        Unsupported unsupported = new Unsupported("sqlite", "grant", "it has no roles", "leave it out");

        assertCode(new StatementFailedException(statement, "look", new IllegalStateException()), 1);
        assertCode(new ValidationFailedException("no"), 1);
        assertCode(new IllegalStateException("a defect"), 1);
        assertCode(new UsageException("what?"), 2);
        assertCode(new InvalidMigrationException(List.of()), 3);
        assertCode(new LockTimeoutException("busy", "somebody"), 4);
        assertCode(new RepairNeededException("in doubt"), 5);
        assertCode(new PlanRefusedException("no"), 6);
        assertCode(new ActionDeniedException("nobody", List.of("migrate crm (crm-1)")), 6);
        assertCode(new PrivilegeMissingException(List.of()), 6);
        assertCode(new HistoryConflictException("edited"), 6);
        assertCode(new UnsupportedByDialectException(unsupported), 6);
        assertCode(new PackageRejectedException("no"), 6);
        assertCode(new DatabaseUnavailableException("gone"), 7);
        assertCode(new DialectNotFoundException("none"), 7);
    }

    private static void assertCode(RuntimeException failure, int code) {
        assertThat(ExitCode.of(failure).number()).as(failure.toString()).isEqualTo(code);
    }
}
