package io.godwit.benchmarks.fault;

import io.godwit.dialect.Dialect;
import io.godwit.tck.harness.JdbcAddress;
import io.godwit.tck.harness.LiveDialect;
import io.godwit.tck.harness.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * A database that stays when it is closed, so that it can be looked at.
 *
 * @param name as its server knows it
 * @param url where it is
 * @param dialect the live server's
 */
record FaultDatabase(String name, String url, Dialect dialect) implements TestDatabase {

    static FaultDatabase at(String name, String url) throws SQLException {
        try (Connection connection = JdbcAddress.of(url).dataSource().getConnection()) {
            return new FaultDatabase(name, url, LiveDialect.of(connection));
        }
    }

    @Override
    public DataSource dataSource() {
        return address().dataSource();
    }

    @Override
    public DataSource reader() throws SQLException {
        throw new SQLException("there is one login");
    }

    @Override
    public JdbcAddress address() {
        return JdbcAddress.of(url);
    }

    @Override
    public TestDatabase another() {
        throw new UnsupportedOperationException("the server makes databases");
    }

    @Override
    public void close() {
        // The server drops it.
    }
}
