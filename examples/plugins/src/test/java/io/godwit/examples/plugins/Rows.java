package io.godwit.examples.plugins;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads and writes rows of one database by plain JDBC, as a host does; what it reads looks the same on every engine. */
final class Rows {

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    private final PluginDatabase database;

    Rows(PluginDatabase database) {
        this.database = database;
    }

    void execute(String... statements) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.executeUpdate(database.local(sql));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One line a row, its values joined by a bar; numbers without needless zeros, booleans as 1 and 0, uuids in lower case. */
    List<String> read(String select) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(database.local(select))) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    values.add(text(rows.getObject(column)));
                }
                lines.add(String.join("|", values));
            }
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Boolean flag) {
            return flag ? "1" : "0";
        }
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
        }
        String text = String.valueOf(value);
        return UUID_TEXT.matcher(text).matches() ? text.toLowerCase(Locale.ROOT) : text;
    }
}
