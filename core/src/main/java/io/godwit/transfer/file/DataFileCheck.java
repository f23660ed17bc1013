package io.godwit.transfer.file;

import io.godwit.failure.InvalidMigrationException;
import io.godwit.failure.Problem;
import io.godwit.format.MigrationDocument;
import io.godwit.format.PluginSource;
import io.godwit.migration.Down;
import io.godwit.migration.Migration;
import io.godwit.migration.Step;
import io.godwit.migration.Transform;
import io.godwit.migration.TransformSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the files that transforms take rows from, as far as that needs no database. For one thread. */
public final class DataFileCheck {

    private final List<Problem> problems = new ArrayList<>();

    /**
     * What is wrong with files of rows: they cannot be read, rows are malformed, a field that is mapped is in none of them.
     *
     * @return at the place of their sources; documents that have faults of their own are passed over
     */
    public List<Problem> problems(PluginSource... sources) {
        for (PluginSource source : sources) {
            documents(source).forEach(this::check);
        }
        return List.copyOf(problems);
    }

    private static List<MigrationDocument> documents(PluginSource source) {
        try {
            return source.documents();
        } catch (InvalidMigrationException told) {
            return List.of();
        }
    }

    private void check(MigrationDocument document) {
        try {
            Migration migration = document.read();
            migration.up().forEach(step -> check(document, step));
            if (migration.down() instanceof Down.Explicit down) {
                down.steps().forEach(step -> check(document, step));
            }
        } catch (InvalidMigrationException told) {
            // the document's own problems are told by who reads documents
        }
    }

    private void check(MigrationDocument document, Step step) {
        Transform transform = step.transform();
        if (transform != null
                && transform.source() instanceof TransformSource.FromFile file
                && file.content() != null) {
            fault(transform, file).ifPresent(message -> problems.add(document.problemOfSource(step.id(), message)));
        }
    }

    private static Optional<String> fault(Transform transform, TransformSource.FromFile file) {
        try {
            return FileTables.missing(transform, file, new RowFile(file).profile());
        } catch (IOException e) {
            return Optional.of("the rows of " + file.path() + " cannot be taken: " + e.getMessage());
        }
    }
}
