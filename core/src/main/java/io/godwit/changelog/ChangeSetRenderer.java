package io.godwit.changelog;

import io.godwit.dialect.Statement;
import io.godwit.dialect.Statement.Mode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import liquibase.Scope;
import liquibase.change.Change;
import liquibase.change.DbmsTargetedChange;
import liquibase.change.core.ExecuteShellCommandChange;
import liquibase.change.core.TagDatabaseChange;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseList;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;
import liquibase.executor.ExecutorService;
import liquibase.sql.Sql;
import liquibase.sql.visitor.SqlVisitor;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import liquibase.statement.ExecutablePreparedStatement;
import liquibase.statement.SqlStatement;

/** Makes an engine's statements of change sets, by Liquibase's own generators. For one thread. */
final class ChangeSetRenderer {

    private final Database database;
    private final boolean live;
    private final Findings findings;

    ChangeSetRenderer(LiquibaseReader reader, Findings findings) {
        this.database = reader.database();
        this.live = reader.isLive();
        this.findings = findings;
    }

    List<Statement> render(ChangeSet set) {
        List<Statement> statements = new ArrayList<>();
        database.setObjectQuotingStrategy(set.getObjectQuotingStrategy());
        try {
            Scope.getCurrentScope()
                    .getSingleton(ExecutorService.class)
                    .getExecutor("jdbc", database)
                    .modifyChangeSet(set);
            for (Change change : set.getChanges()) {
                change.finishInitialization();
                if (applies(change)) {
                    add(change, set, statements);
                }
            }
        } catch (LiquibaseException | RuntimeException failure) {
            findings.problem(set.toString(), "cannot be rendered: " + LiquibaseWords.of(failure));
        }
        return statements;
    }

    private boolean applies(Change change) {
        boolean targeted = change instanceof DbmsTargetedChange only
                && !DatabaseList.definitionMatches(only.getDbms(), database, true);
        return !targeted && !(change instanceof TagDatabaseChange);
    }

    private void add(Change change, ChangeSet set, List<Statement> statements) throws LiquibaseException {
        if (change instanceof UnloadedCustomChange custom) {
            findings.problem(
                    set.toString(),
                    "customChange names the class " + custom.getNamed()
                            + ", which is not loaded: it is a program's work, not SQL");
            return;
        }
        if (change instanceof ExecuteShellCommandChange) {
            findings.problem(set.toString(), change.getSerializedObjectName() + " is a program's work, not SQL");
            return;
        }
        List<String> errors = change.validate(database).getErrorMessages();
        errors.forEach(error -> findings.problem(set.toString(), error));
        if (!errors.isEmpty()) {
            return;
        }
        for (SqlStatement statement : RowStatements.of(change, database)) {
            add(statement, change, set, statements);
        }
    }

    private void add(SqlStatement statement, Change change, ChangeSet set, List<Statement> statements)
            throws LiquibaseException {
        SqlGeneratorFactory generators = SqlGeneratorFactory.getInstance();
        if (statement.skipOnUnsupported() && !generators.supports(statement, database)) {
            return;
        }
        if (statement instanceof ExecutablePreparedStatement) {
            findings.problem(
                    set.toString(), change.getSerializedObjectName() + " binds values, which a script cannot hold");
            return;
        }
        if (!live && generators.generateStatementsVolatile(statement, database)) {
            findings.problem(
                    set.toString(),
                    change.getSerializedObjectName() + " is made of what the database holds when it runs, so that it"
                            + " cannot be rendered without one");
            return;
        }
        Mode mode = set.isRunInTransaction() ? Mode.NORMAL : Mode.OUTSIDE_TRANSACTION;
        for (Sql sql : generators.generateSql(statement, database)) {
            String text = visited(sql.toSql(), set.getSqlVisitors()).strip();
            if (!text.isEmpty()) {
                Statement made = new Statement(withoutDelimiter(text), mode);
                run(made);
                statements.add(made);
            }
        }
    }

    /** In memory, so that the next change set finds what this one made. */
    private void run(Statement made) throws LiquibaseException {
        if (live) {
            try (java.sql.Statement statement = ((JdbcConnection) database.getConnection()).createStatement()) {
                statement.execute(made.sql());
            } catch (SQLException failed) {
                throw new DatabaseException(failed.getMessage() + ": " + made.sql(), failed);
            }
        }
    }

    private String visited(String sql, List<SqlVisitor> visitors) {
        String text = sql;
        for (SqlVisitor visitor : visitors) {
            text = visitor.modifySql(text, database);
        }
        return text;
    }

    /** The script's own end follows; what ends a body with BEGIN keeps its semicolon. */
    static String withoutDelimiter(String sql) {
        boolean plain = sql.endsWith(";") && !sql.matches("(?is).*\\bend\\s*;");
        return plain ? sql.substring(0, sql.length() - 1).stripTrailing() : sql;
    }
}
