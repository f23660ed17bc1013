package io.godwit.dialect.mssql;

import io.godwit.dialect.TransactionRules;

/** Transactions in T-SQL's own words. Stateless and thread-safe. */
final class MsSqlTransactions implements TransactionRules {

    @Override
    public String begin() {
        return "BEGIN TRANSACTION";
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
