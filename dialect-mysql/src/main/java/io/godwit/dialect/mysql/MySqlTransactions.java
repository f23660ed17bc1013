package io.godwit.dialect.mysql;

import io.godwit.dialect.TransactionRules;
import java.util.List;

/** Transactions of InnoDB. Stateless and thread-safe. */
final class MySqlTransactions implements TransactionRules {

    /** A snapshot is taken under REPEATABLE READ only, and a server may have another default (MySQL's manual, "START TRANSACTION"). */
    @Override
    public List<String> snapshot() {
        return List.of("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ", "START TRANSACTION WITH CONSISTENT SNAPSHOT");
    }
}
