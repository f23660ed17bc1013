package io.godwit.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.engine.Report;
import io.godwit.schema.Literal;
import io.godwit.tck.harness.PluginFolder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** Rows that are read packed are what they are one value at a time, also where other tools wrote what no type promises. */
class SqlitePagesTest {

    private static final List<String> TEXTS = List.of(
            "''",
            "'a' || char(0) || 'b'",
            "'\"\\/' || char(1, 8, 9, 10, 13, 31, 127, 8232, 128512)",
            "CAST(x'61ff62' AS TEXT)",
            "CAST(x'eda080' AS TEXT)",
            "x'00ff'",
            "NULL",
            "42",
            "replace(hex(zeroblob(40000)), '00', 'wide ')",
            "'{\"a\":1}'",
            "json('{\"a\":1}')");

    private static final List<String> NUMBERS = List.of(
            "0",
            "-9223372036854775808",
            "9223372036854775807",
            "NULL",
            "1.5",
            "'many'",
            "x'31'",
            "1e300",
            "'7'",
            "-0.0");

    /** The double keeps the second table from being packed. */
    private static final List<String> TABLES = List.of(
            "CREATE TABLE packed (id INTEGER PRIMARY KEY, word TEXT, number BIGINT, day DATE)",
            "CREATE TABLE single (id INTEGER PRIMARY KEY, word TEXT, number BIGINT, day DATE, more DOUBLE)",
            "CREATE TABLE packed_copy (id INTEGER PRIMARY KEY, word TEXT, shout TEXT, number BIGINT, day TEXT)",
            "CREATE TABLE single_copy (id INTEGER PRIMARY KEY, word TEXT, shout TEXT, number BIGINT, day TEXT)");

    @TempDir
    private Path folder;

    private final SQLiteDataSource database = new SQLiteDataSource();

    private void make() throws SQLException {
        database.setUrl("jdbc:sqlite:" + folder.resolve("odd.db"));
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(table);
            }
            int id = 0;
            for (String number : NUMBERS) {
                for (String text : TEXTS) {
                    String day = id % 7 == 0 ? "'no day'" : "'2024-02-" + (10 + id % 19) + "'";
                    String values = (++id * 3) + ", " + text + ", " + number + ", " + day;
                    statement.execute("INSERT INTO packed VALUES (" + values + ")");
                    statement.execute("INSERT INTO single VALUES (" + values + ", 0.1)");
                }
            }
        }
    }

    private static String step(String table) {
        return """
                {"id": "%1$s", "transform": {"source": "%1$s", "target": "%1$s_copy", "onError": "skip", "mapping": [
                  {"source": "id", "target": "id"}, {"source": "word", "target": "word"}, {"source": "number", "target": "number"},
                  {"source": "day", "target": "day", "transform": {"type": "custom", "definition": "shout"}},
                  {"source": "word", "target": "shout", "transform": {"type": "custom", "definition": "shout"}}]}}""".formatted(table);
    }

    private List<String> rows(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                StringBuilder text = new StringBuilder();
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    text.append(row.getString(column)).append('|');
                }
                rows.add(text.toString());
            }
            return rows;
        }
    }

    @Test
    void looseValuesAreReadAsEachByItself() throws SQLException {
        make();
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("odd-1", "1.0.0", step("packed") + ", " + step("single"));
            Report report = plugins.on(database)
                    .customTransform(
                            "shout",
                            in -> in.value().isNull()
                                    ? null
                                    : Literal.of(in.value().text().toUpperCase(Locale.ROOT)))
                    .build()
                    .migrate()
                    .orThrow();
            assertThat(report.moved().get(0).read()).isEqualTo((long) TEXTS.size() * NUMBERS.size());
            assertThat(report.moved().get(0).rejected())
                    .isPositive()
                    .isEqualTo(report.moved().get(1).rejected());
        }
        String all = "SELECT id, hex(word), hex(shout), typeof(number), number, day FROM %s_copy ORDER BY id";
        assertThat(rows(all.formatted("packed")))
                .isEqualTo(rows(all.formatted("single")))
                .hasSizeGreaterThan(20);
        String rejected = "SELECT source_key, reason, replace(source_row, ',\"more\":\"0.1\"', '') FROM godwit_rejected"
                + " WHERE step_id = '%s' ORDER BY number";
        assertThat(rows(rejected.formatted("packed"))).isEqualTo(rows(rejected.formatted("single")));
    }
}
