/** Godwit's dialect for SQL Server. */
module io.godwit.dialect.mssql {
    requires io.godwit;
}
