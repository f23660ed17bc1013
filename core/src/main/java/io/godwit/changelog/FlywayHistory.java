package io.godwit.changelog;

import io.godwit.dialect.Dialect;
import io.godwit.failure.ChangelogRefusedException;
import io.godwit.migration.Migration;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The history of Flyway, beside the folder of its scripts. Immutable and thread-safe. */
public final class FlywayHistory implements AdoptedHistory {

    /** The table that Flyway keeps, unless it is told another. */
    public static final String TABLE = "flyway_schema_history";

    private static final List<String> COLUMNS =
            List.of("version", "description", "type", "script", "checksum", "success");

    private final Path folder;
    private final String table;
    private final FlywayPlaceholders placeholders;

    /** Of the scripts of a folder. */
    public FlywayHistory(Path folder) {
        this(folder, TABLE, Map.of());
    }

    /**
     * Of the scripts of a folder, in a table of any name.
     *
     * @param placeholders values for {@code ${name}}, which are part of the checksum of a script that is repeated
     */
    public FlywayHistory(Path folder, String table, Map<String, String> placeholders) {
        this.folder = folder;
        this.table = table;
        this.placeholders = new FlywayPlaceholders(placeholders);
    }

    @Override
    public List<AdoptedChange> read(Connection connection, Dialect dialect) throws SQLException {
        String columns = COLUMNS.stream()
                .map(name -> dialect.syntax().name(Name.of(name)))
                .collect(Collectors.joining(", "));
        FlywayRows rows = new FlywayRows();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + columns + " FROM " + table(connection, dialect)
                        + " ORDER BY " + dialect.syntax().name(Name.of("installed_rank")))) {
            while (row.next()) {
                rows.add(row(row));
            }
        }
        try {
            return new FlywayVerification(new ConfinedFiles(folder, FileLimits.STANDARD), placeholders).verify(rows);
        } catch (IOException failure) {
            throw new ChangelogRefusedException(folder.toString(), "cannot be read: " + failure.getMessage());
        }
    }

    private static FlywayRow row(ResultSet row) throws SQLException {
        int checksum = row.getInt(5);
        boolean known = !row.wasNull();
        return new FlywayRow(
                row.getString(1),
                Objects.toString(row.getString(2), ""),
                row.getString(3),
                key(row.getString(4)),
                known ? Integer.valueOf(checksum) : null,
                row.getBoolean(6));
    }

    private String table(Connection connection, Dialect dialect) throws SQLException {
        for (String spelling : List.of(table, table.toUpperCase(Locale.ROOT), table.toLowerCase(Locale.ROOT))) {
            try (ResultSet tables = connection
                    .getMetaData()
                    .getTables(connection.getCatalog(), connection.getSchema(), spelling, null)) {
                if (tables.next()) {
                    return dialect.syntax().table(TableName.of(tables.getString("TABLE_NAME")));
                }
            }
        }
        throw new ChangelogRefusedException(
                table,
                "this database has no such table: Flyway has not run on it, in another schema, or with a table of another name");
    }

    @Override
    public Optional<String> key(Migration migration) {
        String said = migration.extensions().get("x-flyway");
        return said == null
                ? Optional.empty()
                : Optional.of(key(AdoptedHistory.texts(said).getOrDefault("script", "")));
    }

    private static String key(String script) {
        return script.replace('\\', '/');
    }
}
