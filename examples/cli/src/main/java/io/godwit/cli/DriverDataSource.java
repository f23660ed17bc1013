package io.godwit.cli;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Opens a new connection each time, with the first driver that takes the URL: one process runs one command. Thread-safe. */
final class DriverDataSource implements DataSource {

    private final Driver driver;
    private final String url;
    private final Properties login;

    private DriverDataSource(Driver driver, String url, Properties login) {
        this.driver = driver;
        this.url = url;
        this.login = login;
    }

    /** @throws UsageException if no driver takes the URL */
    static DriverDataSource of(String url, @Nullable String user, @Nullable String password) {
        Properties login = new Properties();
        if (user != null) {
            login.setProperty("user", user);
        }
        if (password != null) {
            login.setProperty("password", password);
        }
        return new DriverDataSource(driver(url), url, login);
    }

    /** Stops at the first that fits, so that the others are never loaded; DriverManager would load them all. */
    private static Driver driver(String url) {
        for (Driver candidate : ServiceLoader.load(Driver.class)) {
            if (accepts(candidate, url)) {
                return candidate;
            }
        }
        throw new UsageException("no driver takes the URL '" + Secrets.mask(url)
                + "'; write for example jdbc:sqlite:app.db or jdbc:postgresql://localhost/app");
    }

    private static boolean accepts(Driver driver, String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException malformed) {
            return false;
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return connect(login);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        Properties other = new Properties();
        other.setProperty("user", user);
        other.setProperty("password", password);
        return connect(other);
    }

    private Connection connect(Properties properties) throws SQLException {
        Connection connection = driver.connect(url, (Properties) properties.clone());
        if (connection == null) {
            throw new SQLException("the driver gave no connection for " + Secrets.mask(url));
        }
        return connection;
    }

    @Override
    public PrintWriter getLogWriter() {
        return DriverManager.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter writer) throws SQLException {
        throw new SQLFeatureNotSupportedException("there is no log writer to set");
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException("say it in the URL");
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("drivers log by themselves");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("nothing is wrapped");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
