package io.godwit.dialect.mssql;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import io.godwit.dialect.Dialect;
import io.godwit.tck.harness.JdbcAddress;
import io.godwit.tck.harness.LiveDialect;
import io.godwit.tck.harness.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A database that a test has for itself. Making one takes longer than a contract does, so that a test leaves it to the next one,
 * which empties it first.
 */
final class MsSqlTestDatabase implements TestDatabase {

    private static final List<String> DROPS = List.of(
            "SELECT N'ALTER TABLE ' + QUOTENAME(OBJECT_SCHEMA_NAME(parent_object_id)) + N'.'"
                    + " + QUOTENAME(OBJECT_NAME(parent_object_id)) + N' DROP CONSTRAINT ' + QUOTENAME(name) FROM sys.foreign_keys",
            "SELECT N'DROP VIEW ' + QUOTENAME(SCHEMA_NAME(schema_id)) + N'.' + QUOTENAME(name) FROM sys.views"
                    + " WHERE is_ms_shipped = 0",
            "SELECT N'DROP TABLE ' + QUOTENAME(SCHEMA_NAME(schema_id)) + N'.' + QUOTENAME(name) FROM sys.tables"
                    + " WHERE is_ms_shipped = 0",
            "SELECT N'DROP SEQUENCE ' + QUOTENAME(SCHEMA_NAME(schema_id)) + N'.' + QUOTENAME(name) FROM sys.sequences",
            "SELECT N'DROP PROCEDURE ' + QUOTENAME(SCHEMA_NAME(schema_id)) + N'.' + QUOTENAME(name) FROM sys.procedures"
                    + " WHERE is_ms_shipped = 0",
            "SELECT N'DROP SCHEMA ' + QUOTENAME(name) FROM sys.schemas WHERE schema_id BETWEEN 5 AND 16383 OR name = N'crm'"
                    + " AND name NOT IN (N'dbo', N'guest', N'sys', N'INFORMATION_SCHEMA')");

    private final MsSqlDatabases databases;
    private final String name;
    private final SQLServerDataSource dataSource;
    private final Dialect dialect;
    private @Nullable String reader;

    private MsSqlTestDatabase(MsSqlDatabases databases, String name, SQLServerDataSource dataSource, Dialect dialect) {
        this.databases = databases;
        this.name = name;
        this.dataSource = dataSource;
        this.dialect = dialect;
    }

    static MsSqlTestDatabase create() {
        try {
            MsSqlDatabases databases = MsSqlDatabases.shared();
            String name = databases.take();
            SQLServerDataSource dataSource = databases.dataSource(name);
            try (Connection connection = dataSource.getConnection()) {
                empty(connection);
                return new MsSqlTestDatabase(databases, name, dataSource, LiveDialect.of(connection));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("SQL Server cannot make a database", e);
        }
    }

    private static void empty(Connection connection) throws SQLException {
        for (String query : DROPS) {
            List<String> drops = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(query)) {
                while (result.next()) {
                    drops.add(result.getString(1));
                }
            }
            for (String drop : drops) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(drop);
                }
            }
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

    /** Logins are the whole server's, so that each has a name of its own. */
    @Override
    public DataSource reader() throws SQLException {
        String login = reader == null ? name + "_" + System.nanoTime() : reader;
        if (reader == null) {
            execute("CREATE LOGIN " + login + " WITH PASSWORD = 'Reader-1-" + name + "', CHECK_POLICY = OFF");
            reader = login;
            execute("CREATE USER " + login + " FOR LOGIN " + login);
            execute("ALTER ROLE db_datareader ADD MEMBER " + login);
            execute("GRANT VIEW DEFINITION TO " + login);
        }
        SQLServerDataSource readers = databases.dataSource(name);
        readers.setUser(login);
        readers.setPassword("Reader-1-" + name);
        return readers;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public JdbcAddress address() {
        return JdbcAddress.of(MsSqlServer.url() + ";databaseName=" + name);
    }

    @Override
    public TestDatabase another() {
        return create();
    }

    @Override
    public String slowStatement() {
        return "WAITFOR DELAY '00:00:20'";
    }

    @Override
    public void close() {
        if (reader != null) {
            try {
                execute("DROP USER " + reader);
                execute("DROP LOGIN " + reader);
            } catch (SQLException e) {
                throw new IllegalStateException("the reader's login cannot be dropped", e);
            }
        }
        databases.giveBack(name);
    }
}
