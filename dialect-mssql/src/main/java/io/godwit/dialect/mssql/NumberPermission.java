package io.godwit.dialect.mssql;

/** Explicit numbers for a column that the engine numbers. */
final class NumberPermission {

    private NumberPermission() {}

    /**
     * The statement with the permission that it needs. It belongs to the session and to one table at a time: whatever happens, it is
     * given back (https://learn.microsoft.com/sql/t-sql/statements/set-identity-insert-transact-sql).
     *
     * @param table the quoted name
     */
    static String around(String table, String statement) {
        String permission = "SET IDENTITY_INSERT " + table;
        return permission + " ON;\nBEGIN TRY\n" + statement + ";\n" + permission + " OFF;\nEND TRY\nBEGIN CATCH\n"
                + permission + " OFF;\nTHROW;\nEND CATCH";
    }
}
