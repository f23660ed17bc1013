package io.godwit.changelog;

import io.godwit.dialect.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import liquibase.database.Database;
import liquibase.database.ObjectQuotingStrategy;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import liquibase.statement.DatabaseFunction;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.CreateDatabaseChangeLogLockTableStatement;
import liquibase.statement.core.CreateDatabaseChangeLogTableStatement;
import liquibase.statement.core.InitializeDatabaseChangeLogLockTableStatement;
import liquibase.statement.core.InsertStatement;

/** Makes the statements for Liquibase's own tables, so that Liquibase goes on where the script ends. For one thread. */
final class HistoryRenderer {

    private final Database database;

    HistoryRenderer(Database database) {
        this.database = database;
    }

    List<Statement> tables() {
        List<Statement> statements = new ArrayList<>();
        for (SqlStatement statement : List.of(
                new CreateDatabaseChangeLogTableStatement(),
                new CreateDatabaseChangeLogLockTableStatement(),
                new InitializeDatabaseChangeLogLockTableStatement())) {
            statements.addAll(render(statement));
        }
        return statements;
    }

    List<Statement> row(RanChange row) {
        Object ran = row.ran() == null ? new DatabaseFunction(database.getCurrentDateTimeFunction()) : row.ran();
        RanChange.Notes notes = row.notes();
        return render(new InsertStatement(
                        database.getLiquibaseCatalogName(),
                        database.getLiquibaseSchemaName(),
                        database.getDatabaseChangeLogTableName())
                .addColumnValue("ID", row.id())
                .addColumnValue("AUTHOR", row.author())
                .addColumnValue("FILENAME", row.file())
                .addColumnValue("DATEEXECUTED", ran)
                .addColumnValue("ORDEREXECUTED", row.order())
                .addColumnValue("EXECTYPE", row.execType())
                .addColumnValue("MD5SUM", row.checksum())
                .addColumnValue("DESCRIPTION", notes.description())
                .addColumnValue("COMMENTS", notes.comments())
                .addColumnValue("TAG", notes.tag())
                .addColumnValue("LIQUIBASE", notes.liquibase())
                .addColumnValue("CONTEXTS", notes.contexts())
                .addColumnValue("LABELS", notes.labels())
                .addColumnValue("DEPLOYMENT_ID", notes.deployment()));
    }

    /** The history's table, quoted where it must be. */
    String table() {
        return database.escapeTableName(
                database.getLiquibaseCatalogName(),
                database.getLiquibaseSchemaName(),
                database.getDatabaseChangeLogTableName());
    }

    private List<Statement> render(SqlStatement statement) {
        ObjectQuotingStrategy before = database.getObjectQuotingStrategy();
        database.setObjectQuotingStrategy(ObjectQuotingStrategy.LEGACY);
        try {
            return Arrays.stream(SqlGeneratorFactory.getInstance().generateSql(statement, database))
                    .map(sql -> Statement.of(sql.toSql()))
                    .toList();
        } finally {
            database.setObjectQuotingStrategy(before);
        }
    }
}
