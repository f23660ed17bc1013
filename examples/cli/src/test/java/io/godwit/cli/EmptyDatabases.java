package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.dialect.Dialect;
import io.godwit.engine.DialectFinder;
import io.godwit.schema.Schema;
import io.godwit.schema.Table;
import io.godwit.tck.harness.NamedServer;
import io.godwit.tck.harness.PreparedServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;

/** Empty databases of one engine, dropped at the end. Not thread-safe. */
final class EmptyDatabases implements AutoCloseable {

    private static final NamedServer MYSQL = new NamedServer("mysql", "GODWIT_TEST_MYSQL_URL", "mysql-9");
    private static final NamedServer MARIADB = new NamedServer("mariadb", "GODWIT_TEST_MARIADB_11_URL", "mariadb-11");
    private static final Map<String, String> SERVERS = new HashMap<>();

    private final String engine;
    private final Path folder;
    private final List<String> made = new ArrayList<>();

    EmptyDatabases(String engine, Path folder) {
        this.engine = engine;
        this.folder = folder;
    }

    /** The URL of a new one. */
    String another() throws SQLException {
        if (engine.equals("sqlite")) {
            return "jdbc:sqlite:" + folder.resolve("db" + System.nanoTime() + ".db");
        }
        String name = "godwit_cli_" + ProcessHandle.current().pid() + "_" + System.nanoTime();
        String server = server();
        execute(server, "CREATE DATABASE " + name);
        made.add(name);
        return engine.equals("postgresql")
                ? server.replace("/postgres?", "/" + name + "?")
                : server.replaceFirst("/\\?", "/" + name + "?");
    }

    /** Started once a JVM. */
    private String server() {
        synchronized (SERVERS) {
            return SERVERS.computeIfAbsent(engine, EmptyDatabases::started);
        }
    }

    private static String started(String engine) {
        return switch (engine) {
            case "mysql" -> MYSQL.url();
            case "mariadb" -> MARIADB.url();
            default -> {
                Optional<PreparedServer> server = PreparedServer.start("postgresql-17");
                Assumptions.assumeTrue(server.isPresent(), "no target/servers/postgresql-17");
                yield ready(
                        "jdbc:postgresql://127.0.0.1:" + server.orElseThrow().port() + "/postgres?user=postgres");
            }
        };
    }

    /** PostgreSQL answers that it starts up before it takes sessions. */
    private static String ready(String url) {
        for (int attempt = 0; ; attempt++) {
            try (Connection connection = DriverManager.getConnection(url)) {
                assertThat(connection.isValid(5)).isTrue();
                return url;
            } catch (SQLException e) {
                if (attempt == 100 || !"57P03".equals(e.getSQLState())) {
                    throw new IllegalStateException("PostgreSQL does not answer", e);
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    /** Everything that is in a database, but for histories, a fact a line; the order of columns, keys and indexes does not count. */
    static List<String> schema(String url) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url)) {
            Dialect dialect = DialectFinder.with(List.of()).forDatabase(connection);
            Schema schema = dialect.introspector().read(connection);
            for (Table table : schema.tables().values()) {
                if (!table.name().toString().toLowerCase(Locale.ROOT).startsWith("databasechangelog")) {
                    lines.addAll(lines(table));
                }
            }
            schema.views().values().forEach(view -> lines.add(view.toString()));
            schema.sequences().values().forEach(sequence -> lines.add(sequence.toString()));
        }
        return lines;
    }

    private static Collection<String> lines(Table table) {
        TreeSet<String> lines = new TreeSet<>();
        List<Object> facts = new ArrayList<>(table.columns());
        facts.addAll(table.uniques());
        facts.addAll(table.foreignKeys());
        facts.addAll(table.checks());
        facts.addAll(table.indexes());
        facts.forEach(fact -> lines.add("table " + table.name() + ": " + fact));
        lines.add("table " + table.name() + ": " + table.primaryKey() + ", comment " + table.comment());
        return lines;
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        for (String name : made) {
            execute(server(), "DROP DATABASE " + name + (engine.equals("postgresql") ? " WITH (FORCE)" : ""));
        }
    }
}
