package io.godwit.dialect.postgres;

import io.godwit.dialect.TransactionRules;
import java.util.List;

/** Transactions, and a lock of tables that readers wait for too. Stateless and thread-safe. */
final class PostgresTransactions implements TransactionRules {

    @Override
    public List<String> snapshot() {
        return List.of("BEGIN ISOLATION LEVEL REPEATABLE READ");
    }

    @Override
    public List<String> exclusively(List<String> tables) {
        return List.of("LOCK TABLE " + String.join(", ", tables) + " IN ACCESS EXCLUSIVE MODE");
    }
}
