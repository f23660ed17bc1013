package io.godwit.dialect.postgres;

import io.godwit.dialect.TransactionRules;
import java.util.List;
import java.util.regex.Pattern;

/** Transactions, and a lock of tables that readers wait for too. Stateless and thread-safe. */
final class PostgresTransactions implements TransactionRules {

    /** As the manual says of each: "cannot be executed inside a transaction block". */
    private static final Pattern OUTSIDE = Pattern.compile(
            "(?is)((CREATE|DROP)\\s+(DATABASE|TABLESPACE|SUBSCRIPTION)|VACUUM|ALTER\\s+SYSTEM|DISCARD\\s+ALL"
                    + "|REINDEX\\s+(\\([^)]*\\)\\s*)?(DATABASE|SYSTEM|SCHEMA|\\w+\\s+CONCURRENTLY)"
                    + "|(CREATE|CREATE\\s+UNIQUE|DROP)\\s+INDEX\\s+CONCURRENTLY"
                    + "|ALTER\\s+TABLE\\b.*\\bDETACH\\s+PARTITION\\b.*\\bCONCURRENTLY)\\b.*");

    @Override
    public boolean refuses(String sql) {
        return OUTSIDE.matcher(sql).matches();
    }

    @Override
    public List<String> snapshot() {
        return List.of("BEGIN ISOLATION LEVEL REPEATABLE READ");
    }

    @Override
    public List<String> exclusively(List<String> tables) {
        return List.of("LOCK TABLE " + String.join(", ", tables) + " IN ACCESS EXCLUSIVE MODE");
    }
}
