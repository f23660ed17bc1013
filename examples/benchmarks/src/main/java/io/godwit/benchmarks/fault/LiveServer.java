package io.godwit.benchmarks.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A server of our own. */
final class LiveServer implements FaultServer {

    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final ServerKind kind;
    private final ServerProcess process;
    private final String product;
    private Connection connection;
    private int databases;

    LiveServer(ServerKind kind, Path place) throws IOException, InterruptedException, SQLException {
        this.kind = kind;
        this.process = new ServerProcess(prepared(kind.folder()), place, kind.options());
        this.connection = connected();
        this.product = connection.getMetaData().getDatabaseProductName() + " "
                + connection.getMetaData().getDatabaseProductVersion();
        if (kind.name().equals("postgresql") && first("SHOW synchronous_commit").equals(List.of("off"))) {
            throw new IOException("the prepared PostgreSQL takes no options: remove target/servers/" + kind.folder()
                    + " and run .ci/servers/prepare");
        }
    }

    private static Path prepared(String folder) throws IOException {
        for (Path root = Path.of("").toAbsolutePath(); root != null; root = root.getParent()) {
            Path found = root.resolve("target/servers").resolve(folder);
            if (Files.isDirectory(found.resolve("template"))) {
                return found;
            }
        }
        throw new IOException("there is no target/servers/" + folder + "; .ci/servers/prepare makes it");
    }

    private String url(String database) {
        return kind.address().formatted(process.port(), database);
    }

    private Connection connected() throws SQLException, InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            try {
                return DriverManager.getConnection(url(kind.home()));
            } catch (SQLException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Thread.sleep(20);
            }
        }
    }

    private List<String> first(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                ResultSet rows = statement.getResultSet();
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
        }
        return values;
    }

    @Override
    public String product() {
        return product;
    }

    @Override
    public FaultDatabase fresh() throws SQLException {
        String name = "fault_" + ++databases;
        first("CREATE DATABASE " + name);
        return FaultDatabase.at(name, url(name));
    }

    @Override
    public void drop(FaultDatabase database) throws SQLException {
        killSessions(database, -1);
        first("DROP DATABASE " + database.name() + (kind.name().equals("postgresql") ? " WITH (FORCE)" : ""));
    }

    @Override
    public boolean isServer() {
        return true;
    }

    private List<String> sessions(FaultDatabase database) throws SQLException {
        return first(kind.sessions().formatted(database.name()));
    }

    @Override
    public int killSessions(FaultDatabase database, int which) throws SQLException {
        List<String> all = sessions(database);
        List<String> chosen = which < 0 || all.isEmpty() ? all : List.of(all.get(which % all.size()));
        int killed = 0;
        for (String session : chosen) {
            try {
                first(kind.kill().formatted(session));
                killed++;
            } catch (SQLException gone) {
                // It has ended meanwhile.
                killed += 0;
            }
        }
        return killed;
    }

    @Override
    public void awaitSilence(FaultDatabase database) throws SQLException {
        while (!sessions(database).isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void stopAtOnce() throws IOException, InterruptedException, SQLException {
        process.kill();
        process.restart();
        connection = connected();
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
