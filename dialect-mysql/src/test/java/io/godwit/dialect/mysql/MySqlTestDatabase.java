package io.godwit.dialect.mysql;

import io.godwit.dialect.Dialect;
import io.godwit.tck.harness.JdbcAddress;
import io.godwit.tck.harness.LiveDialect;
import io.godwit.tck.harness.NativeClient;
import io.godwit.tck.harness.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database that one test has for itself, dropped afterwards; making one takes no longer than emptying it. */
final class MySqlTestDatabase implements TestDatabase {

    private final ServerUrl server;
    private final String name;
    private final DataSource dataSource;
    private final Dialect dialect;
    private @Nullable String reader;

    private MySqlTestDatabase(ServerUrl server, String name, DataSource dataSource, Dialect dialect) {
        this.server = server;
        this.name = name;
        this.dataSource = dataSource;
        this.dialect = dialect;
    }

    static MySqlTestDatabase create(TestServer server) {
        return create(new ServerUrl(server.url()));
    }

    /** The process id and the clock keep runs apart that share one server. */
    static MySqlTestDatabase create(ServerUrl server) {
        String name = "godwit_test_" + ProcessHandle.current().pid() + "_" + System.nanoTime();
        try {
            execute(server.dataSource(), "CREATE DATABASE " + name);
            DataSource dataSource = server.database(name).dataSource();
            try (Connection connection = dataSource.getConnection()) {
                return new MySqlTestDatabase(server, name, dataSource, LiveDialect.of(connection));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the server cannot make a database", e);
        }
    }

    private static void execute(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public DataSource dataSource() {
        return dataSource;
    }

    /** Users are the whole server's, and have short names. */
    @Override
    public DataSource reader() throws SQLException {
        String login = reader == null ? "reader_" + System.nanoTime() : reader;
        if (reader == null) {
            execute(server.dataSource(), "CREATE USER " + login + " IDENTIFIED BY 'Reader-1'");
            reader = login;
            execute(server.dataSource(), "GRANT SELECT, SHOW VIEW ON " + name + ".* TO " + login);
        }
        return server.database(name).as(login, "Reader-1").dataSource();
    }

    /** A table in memory keeps the limit of the session that made it, and is full at 16 kilobytes; rows come to it by a trigger. */
    @Override
    public String overflow() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION max_heap_table_size = 16384");
            statement.execute("CREATE TABLE filled (filling CHAR(200)) ENGINE = MEMORY");
            statement.execute("CREATE TABLE overflow (id INT PRIMARY KEY) ENGINE = InnoDB");
            statement.execute("CREATE TRIGGER fills AFTER INSERT ON overflow FOR EACH ROW INSERT INTO filled"
                    + " WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 900)"
                    + " SELECT repeat('x', 200) FROM n");
        }
        return "INSERT INTO overflow VALUES (1)";
    }

    @Override
    public JdbcAddress address() {
        return JdbcAddress.of(server.database(name).text());
    }

    /** MySQL's own of version 9 has forgotten how to log in to MariaDB. */
    @Override
    public Optional<NativeClient> client() {
        boolean mysql = dialect.engine().equals("mysql");
        return server.database(name).client(mysql ? List.of("mysql", "mariadb") : List.of("mariadb"));
    }

    @Override
    public String countOfOtherSessions() {
        return "SELECT count(*) FROM information_schema.processlist WHERE db = database() AND id <> connection_id()";
    }

    @Override
    public TestDatabase another() {
        return create(server);
    }

    @Override
    public void close() {
        try {
            execute(server.dataSource(), "DROP DATABASE " + name);
            if (reader != null) {
                execute(server.dataSource(), "DROP USER " + reader);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the test's database cannot be dropped", e);
        }
    }
}
