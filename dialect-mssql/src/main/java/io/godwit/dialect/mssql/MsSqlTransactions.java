package io.godwit.dialect.mssql;

import io.godwit.dialect.TransactionRules;
import java.util.List;

/** Transactions in T-SQL's own words. Stateless and thread-safe. */
final class MsSqlTransactions implements TransactionRules {

    @Override
    public String begin() {
        return "BEGIN TRANSACTION";
    }

    /** Shared locks: SNAPSHOT isolation is for the database's owner to allow. */
    @Override
    public List<String> steadily(List<String> tables) {
        return tables.stream()
                .map(table -> "SELECT TOP (1) 1 FROM " + table + " WITH (TABLOCK, HOLDLOCK)")
                .toList();
    }

    /** A statement a table: the hint is the only way to lock one. */
    @Override
    public List<String> exclusively(List<String> tables) {
        return tables.stream()
                .map(table -> "SELECT TOP (1) 1 FROM " + table + " WITH (TABLOCKX, HOLDLOCK)")
                .toList();
    }

    @Override
    public String commit() {
        return "COMMIT TRANSACTION";
    }

    /** With XACT_ABORT the server has rolled back after most errors already. */
    @Override
    public String rollback() {
        return "IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION";
    }
}
