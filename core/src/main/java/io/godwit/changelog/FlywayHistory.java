package io.godwit.changelog;

import io.godwit.dialect.Dialect;
import io.godwit.failure.ChangelogRefusedException;
import io.godwit.failure.Problem;
import io.godwit.migration.Migration;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The history of Flyway, beside the folder of its scripts. Immutable and thread-safe. */
public final class FlywayHistory implements AdoptedHistory {

    private static final String TABLE = "flyway_schema_history";

    private final Path folder;

    /** Of the scripts of a folder. */
    public FlywayHistory(Path folder) {
        this.folder = folder;
    }

    @Override
    public List<AdoptedChange> read(Connection connection, Dialect dialect) throws SQLException {
        String table = table(connection, dialect);
        List<Problem> problems = new ArrayList<>();
        Map<String, AdoptedChange> changes = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT "
                        + String.join(
                                ", ",
                                List.of("type", "script", "checksum", "success").stream()
                                        .map(name -> dialect.syntax().name(Name.of(name)))
                                        .toList())
                        + " FROM " + table + " ORDER BY "
                        + dialect.syntax().name(Name.of("installed_rank")))) {
            while (row.next()) {
                add(row, problems, changes);
            }
        } catch (IOException failure) {
            throw new ChangelogRefusedException(folder.toString(), "cannot be read: " + failure.getMessage());
        }
        if (!problems.isEmpty()) {
            throw new ChangelogRefusedException(problems);
        }
        return List.copyOf(changes.values());
    }

    private static String table(Connection connection, Dialect dialect) throws SQLException {
        for (String spelling : List.of(TABLE, TABLE.toUpperCase(Locale.ROOT))) {
            try (ResultSet tables = connection
                    .getMetaData()
                    .getTables(connection.getCatalog(), connection.getSchema(), spelling, null)) {
                if (tables.next()) {
                    return dialect.syntax().table(TableName.of(tables.getString("TABLE_NAME")));
                }
            }
        }
        throw new ChangelogRefusedException(
                TABLE, "this database has no such table: Flyway has not run on it, or in another schema");
    }

    private void add(ResultSet row, List<Problem> problems, Map<String, AdoptedChange> changes)
            throws SQLException, IOException {
        String type = row.getString(1);
        String script = row.getString(2);
        int checksum = row.getInt(3);
        boolean known = !row.wasNull();
        if (!row.getBoolean(4)) {
            problems.add(problem(script, "failed when it ran: repair it with Flyway first"));
        } else if (type.equals("SQL")) {
            verify(script, known, checksum, problems);
            changes.put(key(script), new AdoptedChange(key(script), true));
        } else if (!type.equals("SCHEMA")) {
            problems.add(problem(script, "is of the type " + type + ", of which no script tells what it did"));
        }
    }

    private void verify(String script, boolean known, int checksum, List<Problem> problems) throws IOException {
        ConfinedFiles files = new ConfinedFiles(folder, FileLimits.STANDARD);
        try {
            int now = FlywayChecksum.of(ScriptText.of(files.read(files.file(script, files.root()))));
            if (known && now != checksum) {
                problems.add(problem(
                        script, "was changed after it ran: the history has " + checksum + ", the file is now " + now));
            }
        } catch (IOException absent) {
            problems.add(
                    problem(script, "the history has this script, and the folder has not: " + absent.getMessage()));
        }
    }

    private static Problem problem(String script, String words) {
        return new Problem(script, "", 0, 0, words);
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
