package io.godwit.dialect.sqlite;

import io.godwit.dialect.Statement;
import io.godwit.dialect.TransactionRules;
import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;
import java.util.List;

/**
 * The write transaction, which is also the lock, and what a rebuild of a table that others refer to needs around it: foreign keys
 * are switched outside the transaction, for inside it the switch does nothing (https://sqlite.org/pragma.html#pragma_foreign_keys).
 */
final class SqliteTransactions implements TransactionRules {

    SqliteTransactions() {}

    @Override
    public String begin() {
        return "BEGIN IMMEDIATE";
    }

    /** It begins with its first query, and another connection's COMMIT waits for its end. */
    @Override
    public List<String> reading() {
        return List.of("BEGIN");
    }

    /**
     * Nothing, or foreign keys off.
     *
     * @throws UnsupportedByDialectException if rows are changed beside a rebuild whose actions, such as ON DELETE CASCADE, would
     *     not happen then
     */
    @Override
    public List<String> before(List<Statement> statements) {
        if (!suspends(statements)) {
            return List.of();
        }
        statements.stream()
                .filter(statement -> statement.mode() == Statement.Mode.FOREIGN_KEYS_ENFORCED)
                .findFirst()
                .ifPresent(statement -> {
                    throw mixed(statement);
                });
        return List.of("PRAGMA foreign_keys = OFF");
    }

    @Override
    public boolean refuses(String sql) {
        return sql.regionMatches(true, 0, "VACUUM", 0, "VACUUM".length());
    }

    @Override
    public List<String> mustBeEmptyBeforeCommit(List<Statement> statements) {
        return suspends(statements) ? List.of("SELECT * FROM pragma_foreign_key_check") : List.of();
    }

    /** A rebuild that failed halfway has left its switch on. */
    @Override
    public List<String> after(List<Statement> statements) {
        boolean rebuilds =
                statements.stream().anyMatch(statement -> statement.sql().equals(TableRebuild.LEGACY_ON));
        if (suspends(statements)) {
            return List.of(TableRebuild.LEGACY_OFF, "PRAGMA foreign_keys = ON");
        }
        return rebuilds ? List.of(TableRebuild.LEGACY_OFF) : List.of();
    }

    private static boolean suspends(List<Statement> statements) {
        return statements.stream().anyMatch(statement -> statement.mode() == Statement.Mode.FOREIGN_KEYS_SUSPENDED);
    }

    private static UnsupportedByDialectException mixed(Statement statement) {
        return new UnsupportedByDialectException(new Unsupported(
                SqliteDialect.ENGINE,
                "\"" + statement.sql() + "\" in one transaction with the rebuild of a table that others refer to",
                "SQLite suspends foreign keys for such a rebuild, so that their actions (ON DELETE, ON UPDATE) would not"
                        + " happen",
                "put the change of rows into a migration of its own"));
    }
}
