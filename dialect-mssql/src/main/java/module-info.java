/** Godwit's dialect for SQL Server. */
module io.godwit.dialect.mssql {
    requires transitive io.godwit;
    requires static org.jspecify;

    exports io.godwit.dialect.mssql;

    provides io.godwit.dialect.DialectProvider with
            io.godwit.dialect.mssql.MsSqlDialectProvider;
}
