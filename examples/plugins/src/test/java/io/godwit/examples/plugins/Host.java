package io.godwit.examples.plugins;

import io.godwit.Godwit;
import io.godwit.backup.BackupStore;
import io.godwit.engine.Report;
import io.godwit.format.PluginSource;
import io.godwit.plan.RollbackTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A host of all plugins: this module's folder, scanned as a whole, on one database. */
final class Host {

    private static final Path FOLDER = Path.of("").toAbsolutePath();

    private final PluginDatabase database;
    private final Godwit godwit;

    Host(PluginDatabase database) {
        this.database = database;
        this.godwit = Godwit.on(database.dataSource())
                .plugins(PluginSource.directory(FOLDER))
                .backups(BackupStore.directory(FOLDER.resolve("target/backups")))
                .actor("tests")
                .build();
    }

    /** Every document of all plugins. */
    static Stream<Path> documents() {
        return Stream.of("orchestrator", "task-import", "validation-sessions").flatMap(Host::documents);
    }

    private static Stream<Path> documents(String plugin) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(plugin))) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Applies all that is pending, and says how many migrations that were. */
    int migrate() {
        return report().applied().size();
    }

    /** Applies all that is pending. */
    Report report() {
        return godwit.migrate();
    }

    void upgrade(String version) {
        godwit.execute(godwit.planUpgrade("orchestrator", version));
        godwit.execute(godwit.planUpgrade("validation-sessions", version));
    }

    void rollback(String version) {
        rollback("validation-sessions", RollbackTarget.toVersion(version));
        rollback("orchestrator", RollbackTarget.toVersion(version));
    }

    void rollbackAll(String plugin) {
        rollback(plugin, RollbackTarget.everything());
    }

    private void rollback(String plugin, RollbackTarget target) {
        Report report = godwit.rollback(plugin, target);
        report.orThrow();
    }

    /** The plugin's version; empty if nothing of it is applied. */
    String version(String plugin) {
        return godwit.status().plugins().stream()
                .filter(status -> status.pluginId().equals(plugin))
                .findFirst()
                .orElseThrow()
                .version();
    }

    /** Tables and views in the database, without Godwit's own. */
    SortedSet<String> relations() {
        return read(metadata -> metadata.getTables(catalog(metadata), null, "%", null), "TABLE_NAME");
    }

    /** Columns in the database, each with its type and whether it may be NULL, without those of Godwit's own tables. */
    SortedSet<String> columns() {
        return read(
                metadata -> metadata.getColumns(catalog(metadata), null, "%", "%"),
                "TABLE_NAME",
                "COLUMN_NAME",
                "TYPE_NAME",
                "COLUMN_SIZE",
                "IS_NULLABLE",
                "COLUMN_DEF");
    }

    /** The database, where other databases of the server are catalogs too. */
    private static @Nullable String catalog(DatabaseMetaData metadata) throws SQLException {
        return metadata.getConnection().getCatalog();
    }

    private interface Reading {
        ResultSet of(DatabaseMetaData metadata) throws SQLException;
    }

    private SortedSet<String> read(Reading reading, String... labels) {
        SortedSet<String> lines = new TreeSet<>();
        try (Connection connection = database.connect();
                ResultSet rows = reading.of(connection.getMetaData())) {
            while (rows.next()) {
                String schema = String.valueOf(rows.getString("TABLE_SCHEM"));
                String table = rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (isOurs(schema, table)) {
                    StringBuilder line = new StringBuilder(schema);
                    for (String label : labels) {
                        line.append(' ').append(rows.getString(label));
                    }
                    lines.add(line.toString());
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return lines;
    }

    /** What a rebuild of a table would leave behind is ours too. */
    private static boolean isOurs(String schema, String table) {
        boolean history = table.contains("godwit_") && !table.contains("godwit_rebuild_");
        return !history
                && !table.startsWith("sqlite_")
                && !table.startsWith("pg_")
                && !schema.equals("pg_catalog")
                && !schema.equals("sys")
                && !schema.equalsIgnoreCase("information_schema");
    }
}
