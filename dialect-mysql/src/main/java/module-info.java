/** Godwit's dialects for MySQL and MariaDB. */
module io.godwit.dialect.mysql {
    requires transitive io.godwit;
    requires static org.jspecify;

    exports io.godwit.dialect.mysql;

    provides io.godwit.dialect.DialectProvider with
            io.godwit.dialect.mysql.MySqlDialectProvider,
            io.godwit.dialect.mysql.MariaDbDialectProvider;
}
