package io.godwit.tck.harness;

import io.godwit.dialect.Dialect;
import io.godwit.operation.Operation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * An empty database of a real engine, for one test alone. What an engine's module implements to run the contract suite.
 *
 * <p>Used by one test; its connections may be used by several threads of that test.
 */
public interface TestDatabase extends AutoCloseable {

    /** The dialect of the live server, found as a host finds it: see {@link LiveDialect}. */
    Dialect dialect();

    /** Hands out new connections in autocommit mode. */
    DataSource dataSource();

    default Connection connect() throws SQLException {
        return dataSource().getConnection();
    }

    /**
     * A login that may read what is there now and change nothing, taken away when the database is closed; where the engine has no
     * logins, connections that only read.
     */
    DataSource reader() throws SQLException;

    /** How another process reaches the database. */
    JdbcAddress address();

    /** The engine's own client on the database; empty where this machine has none. */
    default Optional<NativeClient> client() {
        return Optional.empty();
    }

    /** A further empty database on the same server; the caller closes it. */
    TestDatabase another();

    /** How a host opens another database of the server; empty where Godwit needs no help. */
    default Optional<Function<String, DataSource>> opener() {
        return Optional.empty();
    }

    /** Told of the operations of each step that the database took. */
    default void took(List<Operation> operations) {}

    /** Told of each universal SELECT that the database answered. */
    default void answered(String select) {}

    /** Connections of a database that has room for a migration of ordinary size, and none for {@link #overflow}. */
    default DataSource cramped() {
        return dataSource();
    }

    /** A statement that finds no room, in the engine's own SQL, and what it needs is made now; empty where no database takes it. */
    default String overflow() throws SQLException {
        return "";
    }

    /** A statement that takes many seconds, in the engine's own SQL. */
    default String slowStatement() {
        return "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000000) SELECT count(*) FROM n";
    }

    /** Answers with how many other sessions the database has, in the engine's own SQL; empty where a session ends with its process. */
    default String countOfOtherSessions() {
        return "";
    }

    /** Removes the database, or makes it ready for the next test. */
    @Override
    void close();
}
