package io.godwit.changelog;

import liquibase.change.Change;
import liquibase.change.core.LoadDataChange;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a change as text. Where rows of a file are to be bound, and no database is connected, Liquibase gives none of them, and says nothing:
 * here they are written out, and what cannot be is an error. Stateless.
 */
final class RowStatements {

    private RowStatements() {}

    /** @throws RuntimeException of Liquibase's for rows that can only be bound, also where the change set may fail */
    static SqlStatement[] of(Change change, Database database) {
        return change instanceof LoadDataChange load
                ? written(load, load.getChangeSet(), database)
                : change.generateStatements(database);
    }

    private static SqlStatement[] written(LoadDataChange load, @Nullable ChangeSet set, Database database) {
        Boolean bound = load.getUsePreparedStatements();
        Boolean fails = set == null ? null : set.getFailOnError();
        try {
            load.setUsePreparedStatements(false);
            setFailOnError(set, true);
            return load.generateStatements(database);
        } finally {
            load.setUsePreparedStatements(bound);
            setFailOnError(set, fails);
        }
    }

    private static void setFailOnError(@Nullable ChangeSet set, @Nullable Boolean fails) {
        if (set != null) {
            set.setFailOnError(fails);
        }
    }
}
