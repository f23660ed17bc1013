package io.godwit.examples.plugins;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** A database of its own on a server of MySQL or MariaDB, by that product's own driver. */
final class MySqlDatabase implements PluginDatabase {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final String name = "godwit_plugins_" + ProcessHandle.current().pid() + "_" + COUNTER.incrementAndGet();
    private final String server;

    MySqlDatabase(MySqlServer server) {
        this.server = server.url();
        onServer("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
    }

    private static DataSource connections(String url) {
        try {
            if (url.startsWith("jdbc:mariadb:")) {
                return new MariaDbDataSource(url);
            }
            MysqlDataSource connections = new MysqlDataSource();
            connections.setUrl(url);
            return connections;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void onServer(String sql) {
        try (Connection connection = connections(server).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("the server refused: " + sql, e);
        }
    }

    @Override
    public DataSource dataSource() {
        return connections(server.replaceFirst("^(jdbc:[a-z]+://[^/?]*)/?", "$1/" + name));
    }

    /** Godwit folds schemas into the name, and an instant is a DATETIME in UTC. */
    @Override
    public String local(String sql) {
        return sql.replace("orchestrator.", "orchestrator_")
                .replace("validation.", "validation_")
                .replaceAll("(\\d{2}:\\d{2}:\\d{2}\\.\\d{6})Z", "$1");
    }

    @Override
    public void close() {
        onServer("DROP DATABASE " + name);
    }
}
