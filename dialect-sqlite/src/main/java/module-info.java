/** Godwit's dialect for SQLite. */
module io.godwit.dialect.sqlite {
    requires transitive io.godwit;
    requires static org.xerial.sqlitejdbc;

    exports io.godwit.dialect.sqlite;

    provides io.godwit.dialect.DialectProvider with
            io.godwit.dialect.sqlite.SqliteDialectProvider;
}
