package io.godwit.tck.harness;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;

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
        return new OneMethodDataSource(this::connect);
    }
}
