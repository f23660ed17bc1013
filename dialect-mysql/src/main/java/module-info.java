/** Godwit's dialects for MySQL and MariaDB. */
@SuppressWarnings("requires-automatic")
module io.godwit.dialect.mysql {
    requires transitive io.godwit;
    requires static mysql.connector.j;
    requires static org.jspecify;
    requires static org.mariadb.jdbc;

    exports io.godwit.dialect.mysql;

    provides io.godwit.dialect.DialectProvider with
            io.godwit.dialect.mysql.MySqlDialectProvider,
            io.godwit.dialect.mysql.MariaDbDialectProvider;
}
