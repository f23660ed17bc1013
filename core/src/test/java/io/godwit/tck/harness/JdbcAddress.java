package io.godwit.tck.harness;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is, in words that another process understands. Immutable.
 *
 * @param url the JDBC URL
 * @param user who logs in; empty where the URL says it, or nobody does
 * @param password the user's; empty for none
 */
public record JdbcAddress(String url, String user, String password) {

    /** With all that is needed in the URL. */
    public static JdbcAddress of(String url) {
        return new JdbcAddress(url, "", "");
    }

    private Connection connect() throws SQLException {
        return user.isEmpty() ? DriverManager.getConnection(url) : DriverManager.getConnection(url, user, password);
    }

    /** By the driver that answers to the URL. */
    public DataSource dataSource() {
        return new Drivers(this);
    }

    private record Drivers(JdbcAddress address) implements DataSource {

        @Override
        public Connection getConnection() throws SQLException {
            return address.connect();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return DriverManager.getConnection(address.url, user, password);
        }

        @Override
        public @Nullable PrintWriter getLogWriter() {
            return null;
        }

        @Override
        public void setLogWriter(PrintWriter out) {
            // nobody reads it
        }

        @Override
        public void setLoginTimeout(int seconds) {
            // the URL says it
        }

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("nothing to unwrap");
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
