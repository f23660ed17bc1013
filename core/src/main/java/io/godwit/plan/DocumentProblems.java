package io.godwit.plan;

import io.godwit.failure.InvalidMigrationException;
import io.godwit.failure.Problem;
import io.godwit.format.MigrationDocument;
import io.godwit.migration.Migration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers the problems of many documents, so that all are told at once. */
final class DocumentProblems {

    private final List<Problem> problems = new ArrayList<>();

    Optional<Migration> read(MigrationDocument document) {
        try {
            return Optional.of(document.read());
        } catch (InvalidMigrationException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    void twice(String id, MigrationDocument first, MigrationDocument second) {
        problems.add(new Problem(
                second.name(),
                "/migration/id",
                0,
                0,
                "id '" + id + "' is taken by " + first.name() + "; an id is unique over all plugins"));
    }

    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new InvalidMigrationException(problems);
        }
    }
}
