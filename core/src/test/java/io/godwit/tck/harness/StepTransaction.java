package io.godwit.tck.harness;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.FailureKind;
import io.godwit.dialect.Statement;
import io.godwit.dialect.TransactionRules;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs statements on a connection as the engine will: by the dialect's transaction rules, nothing more. */
final class StepTransaction {

    private final Connection connection;
    private final Dialect dialect;
    private final Consumer<String> log;

    StepTransaction(Connection connection, Dialect dialect, Consumer<String> log) {
        this.connection = connection;
        this.dialect = dialect;
        this.log = log;
    }

    /** Runs what must stay outside by itself, and what lies between in one transaction each. */
    void run(List<Statement> statements) {
        List<Statement> inside = new ArrayList<>();
        for (Statement statement : statements) {
            if (statement.mode() == Statement.Mode.OUTSIDE_TRANSACTION) {
                runInside(List.copyOf(inside));
                inside.clear();
                execute(statement.sql());
            } else {
                inside.add(statement);
            }
        }
        runInside(List.copyOf(inside));
    }

    private void runInside(List<Statement> statements) {
        if (statements.isEmpty()) {
            return;
        }
        TransactionRules rules = dialect.transactions();
        rules.before(statements).forEach(this::execute);
        try {
            execute(rules.begin());
            try {
                statements.forEach(statement -> execute(statement.sql()));
                rules.mustBeEmptyBeforeCommit(statements).forEach(this::mustBeEmpty);
                execute(rules.commit());
            } catch (ApplyFailedException e) {
                rollBack(rules, e);
                throw e;
            }
        } finally {
            rules.after(statements).forEach(this::execute);
        }
    }

    /** After some errors SQLite has rolled back already and refuses to do it again. */
    private void rollBack(TransactionRules rules, ApplyFailedException failure) {
        try {
            execute(rules.rollback());
        } catch (ApplyFailedException e) {
            failure.addSuppressed(e);
        }
    }

    void execute(String sql) {
        log.accept(sql);
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            log.accept("-- failed: " + e.getMessage());
            throw new ApplyFailedException(dialect.failures().classify(e), sql, String.valueOf(e.getMessage()), e);
        }
    }

    private void mustBeEmpty(String query) {
        log.accept(query);
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            if (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.append(result.getMetaData().getColumnLabel(column))
                            .append('=')
                            .append(result.getString(column))
                            .append(' ');
                }
                throw new ApplyFailedException(FailureKind.CONSTRAINT, query, "a row before commit: " + row, null);
            }
        } catch (SQLException e) {
            throw new ApplyFailedException(dialect.failures().classify(e), query, String.valueOf(e.getMessage()), e);
        }
    }
}
