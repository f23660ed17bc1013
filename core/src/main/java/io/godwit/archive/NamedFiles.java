package io.godwit.archive;

import io.godwit.migration.Down;
import io.godwit.migration.Migration;
import io.godwit.migration.Step;
import io.godwit.migration.Transform;
import io.godwit.migration.TransformSource;
import io.godwit.migration.Validation;
import io.godwit.operation.EngineSql;
import io.godwit.operation.Sql;
import io.godwit.operation.SqlFile;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The files that a migration names, as it names them. For one migration. */
final class NamedFiles {

    private final SortedSet<String> paths = new TreeSet<>();

    static SortedSet<String> of(Migration migration) {
        NamedFiles files = new NamedFiles();
        migration.up().forEach(files::add);
        if (migration.down() instanceof Down.Explicit explicit) {
            explicit.steps().forEach(files::add);
        }
        return files.paths;
    }

    private void add(Step step) {
        step.allOperations().forEach(operation -> {
            if (operation instanceof Sql sql) {
                add(sql.text());
            }
        });
        add(step.preValidation());
        add(step.postValidation());
        Transform transform = step.transform();
        if (transform != null && transform.source() instanceof TransformSource.FromFile file) {
            paths.add(file.path());
        }
    }

    private void add(@Nullable Validation validation) {
        if (validation != null) {
            add(validation.sql());
        }
    }

    private void add(EngineSql sql) {
        sql.texts().values().forEach(source -> {
            if (source instanceof SqlFile file) {
                paths.add(file.path());
            }
        });
    }
}
