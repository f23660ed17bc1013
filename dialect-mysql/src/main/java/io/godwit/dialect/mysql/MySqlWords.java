package io.godwit.dialect.mysql;

import io.godwit.dialect.PortableWords;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.EngineObject;
import io.godwit.schema.Expression;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.NativeType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Table;
import io.godwit.schema.Value;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What types that Godwit does not write are in portable words. Stateless and thread-safe.
 *
 * @param engine whose own types they are
 * @param mariaDb which keeps no more brackets than it needs
 */
record MySqlWords(String engine, boolean mariaDb) implements PortableWords {

    private static final String ROUTINES = "SELECT routine_type, routine_name FROM information_schema.routines"
            + " WHERE routine_schema = database() ORDER BY routine_type, routine_name";

    @Override
    public Column column(Table table, Column column, Notes notes) {
        if (!(column.type() instanceof NativeType type)) {
            return column;
        }
        String own = String.valueOf(type.types().get(engine));
        int more = own.indexOf(CatalogType.ON_UPDATE_WORDS);
        Optional<ColumnType> found = new OtherType(more < 0 ? own : own.substring(0, more)).portable();
        if (found.isEmpty()) {
            return PortableWords.asText(table, column, type, notes);
        }
        Column portable = column.withDefaultValue(defaultValue(table, column, found.get(), notes));
        if (more < 0) {
            return portable.withType(found.get());
        }
        notes.add(table.name(), "column " + column.name() + " is written at every UPDATE; on other engines it is not");
        return portable.withType(PortableWords.elsewhere(type, found.get().toString()));
    }

    /** The catalog has texts for all literals of types that are none of Godwit's. */
    private static @Nullable Value defaultValue(Table table, Column column, ColumnType type, Notes notes) {
        Value given = column.defaultValue();
        if (given instanceof Literal literal && literal.kind() == Literal.Kind.TEXT && OtherType.isNumber(type)) {
            try {
                return Literal.of(new BigDecimal(literal.text()));
            } catch (NumberFormatException other) {
                return given;
            }
        }
        if (given instanceof Expression expression && isClock(expression.text())) {
            if (type.plain() == SimpleType.TIMESTAMPTZ) {
                return Expression.of("now()");
            }
            if (type.plain() == SimpleType.TIMESTAMP) {
                notes.add(
                        table.name(),
                        "column " + column.name()
                                + " gets the server's time where nothing is said; in the package that of UTC");
                return Expression.of("now() AT TIME ZONE 'UTC'");
            }
        }
        return given;
    }

    private static boolean isClock(String sql) {
        String words = sql.toLowerCase(Locale.ROOT).replaceAll("\\(\\d*\\)$", "");
        return words.equals("current_timestamp") || words.equals("now");
    }

    /** Without the character sets that the catalog puts before texts. */
    @Override
    public String universal(String sql) {
        return sql.replaceAll("(?<![\\p{L}\\p{N}_`])_(?:utf8mb4|utf8mb3|utf8|latin1|ascii)\\s*'", "'");
    }

    @Override
    public boolean writesBrackets() {
        return !mariaDb;
    }

    @Override
    public List<EngineObject> routines(Connection connection) throws SQLException {
        List<EngineObject> routines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ROUTINES)) {
            while (row.next()) {
                String kind = row.getString(1);
                String name = row.getString(2);
                routines.add(
                        new EngineObject(kind.toLowerCase(Locale.ROOT), Name.of(name), text(connection, kind, name)));
            }
        }
        return routines;
    }

    /** Made by whoever makes it there. */
    private static String text(Connection connection, String kind, String name) throws SQLException {
        String sql = "SHOW CREATE " + (kind.equals("PROCEDURE") ? "PROCEDURE" : "FUNCTION") + " `"
                + name.replace("`", "``") + "`";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            String text = row.next() ? row.getString(3) : null;
            if (text == null) {
                throw new SQLException("the login may not read the " + kind.toLowerCase(Locale.ROOT) + " " + name
                        + ": leave functions out");
            }
            return text.replaceFirst("(?i)^CREATE DEFINER\\s*=\\s*\\S+ ", "CREATE ");
        }
    }
}
