package io.godwit.dialect.postgres;

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
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database that a test has for itself. Making one takes longer than a contract does, so that a test leaves it to the next one,
 * which empties it first.
 */
final class PostgresTestDatabase implements TestDatabase {

    private final PostgresDatabases databases;
    private final String name;
    private final PGSimpleDataSource dataSource;
    private final Dialect dialect;
    private @Nullable String reader;

    private PostgresTestDatabase(
            PostgresDatabases databases, String name, PGSimpleDataSource dataSource, Dialect dialect) {
        this.databases = databases;
        this.name = name;
        this.dataSource = dataSource;
        this.dialect = dialect;
    }

    static PostgresTestDatabase create() {
        try {
            PostgresDatabases databases = PostgresDatabases.shared();
            String name = databases.take();
            PGSimpleDataSource dataSource = databases.dataSource(name);
            try (Connection connection = dataSource.getConnection()) {
                empty(connection);
                return new PostgresTestDatabase(databases, name, dataSource, LiveDialect.of(connection));
            } catch (SQLException | AssertionError e) {
                databases.giveBack(name);
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL cannot make a database", e);
        }
    }

    /** Extensions go with the schema that they were made in. */
    private static void empty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET client_min_messages = warning");
            statement.execute("""
                    DO $$
                    DECLARE schema_name name;
                    BEGIN
                      FOR schema_name IN SELECT nspname FROM pg_namespace
                          WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
                      LOOP
                        EXECUTE format('DROP SCHEMA %I CASCADE', schema_name);
                      END LOOP;
                      CREATE SCHEMA public;
                    END $$""");
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

    /** Roles are the whole server's, so that each has a name of its own. */
    @Override
    public DataSource reader() throws SQLException {
        String login = reader == null ? name + "_" + System.nanoTime() : reader;
        if (reader == null) {
            execute("CREATE ROLE " + login + " LOGIN PASSWORD 'reader'");
            reader = login;
        }
        execute("DO $$ DECLARE s name; BEGIN FOR s IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' LOOP"
                + " EXECUTE format('GRANT USAGE ON SCHEMA %I TO " + login + "', s);"
                + " EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA %I TO " + login + "', s); END LOOP; END $$");
        PGSimpleDataSource readers = databases.dataSource(name);
        readers.setUser(login);
        readers.setPassword("reader");
        return readers;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** As the server says it (disk_full in the manual's appendix "PostgreSQL Error Codes"): no test may fill the disk of others. */
    @Override
    public String overflow() {
        return "DO $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$";
    }

    @Override
    public Optional<Function<String, DataSource>> opener() {
        return Optional.of(PostgresDatabases.shared()::dataSource);
    }

    @Override
    public JdbcAddress address() {
        String user = dataSource.getUser();
        String password = dataSource.getPassword();
        return new JdbcAddress(dataSource.getURL(), user == null ? "" : user, password == null ? "" : password);
    }

    @Override
    public Optional<NativeClient> client() {
        String user = dataSource.getUser();
        String password = dataSource.getPassword();
        return NativeClient.find(
                        List.of("psql"),
                        List.of(
                                "-X",
                                "-q",
                                "-v",
                                "ON_ERROR_STOP=1",
                                "-h",
                                dataSource.getServerNames()[0],
                                "-p",
                                Integer.toString(dataSource.getPortNumbers()[0]),
                                "-U",
                                user == null ? "" : user,
                                "-d",
                                name))
                .map(client -> client.with("PGPASSWORD", password == null ? "" : password));
    }

    @Override
    public String countOfOtherSessions() {
        return "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
                + " AND backend_type = 'client backend'";
    }

    @Override
    public TestDatabase another() {
        return create();
    }

    @Override
    public void close() {
        String login = reader;
        if (login != null) {
            try {
                execute("DROP OWNED BY " + login + " CASCADE; DROP ROLE " + login);
            } catch (SQLException e) {
                throw new IllegalStateException("the reader's role cannot be dropped", e);
            }
        }
        databases.giveBack(name);
    }
}
