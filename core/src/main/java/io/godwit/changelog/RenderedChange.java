package io.godwit.changelog;

import java.util.ArrayList;
import java.util.List;
import liquibase.Scope;
import liquibase.change.AbstractSQLChange;
import liquibase.change.Change;
import liquibase.change.core.ExecuteShellCommandChange;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseList;
import liquibase.executor.ExecutorService;
import liquibase.sql.Sql;
import liquibase.sql.visitor.SqlVisitor;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import liquibase.statement.ExecutablePreparedStatement;
import liquibase.statement.SqlStatement;

/** The statements of one change as Liquibase writes them for an engine, without a look at any database. For one thread. */
record RenderedChange(Database database) {

    /** @throws UnconvertedException if they cannot be told */
    List<String> statements(Change change, ChangeSet set) {
        refusePrograms(change);
        List<String> errors = change.validate(database).getErrorMessages();
        if (!errors.isEmpty()) {
            throw new UnconvertedException(String.join("; ", errors));
        }
        List<String> statements = new ArrayList<>();
        try {
            Scope.getCurrentScope()
                    .getSingleton(ExecutorService.class)
                    .getExecutor("jdbc", database)
                    .modifyChangeSet(set);
            for (SqlStatement statement : RowStatements.of(change, database)) {
                add(statement, change, set, statements);
            }
        } catch (UnconvertedException known) {
            throw known;
        } catch (RuntimeException failure) {
            throw new UnconvertedException(LiquibaseWords.of(failure));
        }
        return statements;
    }

    static void refusePrograms(Change change) {
        if (change instanceof UnloadedCustomChange custom) {
            throw new UnconvertedException(
                    "customChange names the class " + custom.getNamed() + ": it is a program's work, not SQL");
        }
        if (change instanceof ExecuteShellCommandChange) {
            throw new UnconvertedException(change.getSerializedObjectName() + " is a program's work, not SQL");
        }
    }

    private void add(SqlStatement statement, Change change, ChangeSet set, List<String> statements) {
        SqlGeneratorFactory generators = SqlGeneratorFactory.getInstance();
        if (statement.skipOnUnsupported() && !generators.supports(statement, database)) {
            return;
        }
        if (statement instanceof ExecutablePreparedStatement) {
            throw new UnconvertedException(change.getSerializedObjectName() + " binds values");
        }
        if (generators.generateStatementsVolatile(statement, database)) {
            throw new UnconvertedException(
                    change.getSerializedObjectName() + " is made of what the database holds when it runs");
        }
        for (Sql sql : generators.generateSql(statement, database)) {
            String text = visited(sql.toSql(), set.getSqlVisitors()).strip();
            if (!(change instanceof AbstractSQLChange) && text.contains("${")) {
                throw new UnconvertedException(
                        "a property has no value: " + text.replaceAll("(?s).*(\\$\\{[^}]*}).*", "$1"));
            }
            if (!text.isEmpty()) {
                statements.add(ChangeSetRenderer.withoutDelimiter(text));
            }
        }
    }

    private String visited(String sql, List<SqlVisitor> visitors) {
        String text = sql;
        for (SqlVisitor visitor : visitors) {
            if (applies(visitor)) {
                text = visitor.modifySql(text, database);
            }
        }
        return text;
    }

    /** Whether a change of the text is for this engine. */
    boolean applies(SqlVisitor visitor) {
        return DatabaseList.definitionMatches(visitor.getApplicableDbms(), database, true);
    }
}
