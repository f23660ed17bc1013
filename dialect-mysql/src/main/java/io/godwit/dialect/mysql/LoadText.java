package io.godwit.dialect.mysql;

import io.godwit.dialect.JsonText;
import io.godwit.dialect.RowTarget;
import io.godwit.dialect.TabbedRows;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.NativeType;
import io.godwit.schema.SimpleType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statement and the bytes by which LOAD DATA takes rows. Immutable. */
final class LoadText {

    private static final HexFormat HEX = HexFormat.of();

    private final List<Column> columns;
    private final String statement;

    LoadText(MySqlLoader loader, RowTarget target) {
        this.columns = target.columns();
        List<String> fields = new ArrayList<>();
        List<String> assignments = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String form = columns.get(i).type() == SimpleType.BYTES ? "UNHEX(?)" : loader.placeholder(columns.get(i));
            String variable = "@godwit_" + i;
            fields.add(form.equals("?") ? target.names().get(i) : variable);
            if (!form.equals("?")) {
                assignments.add(target.names().get(i) + " = " + form.replace("?", variable));
            }
        }
        // In hexadecimal, for a mode of the server takes its meaning from the backslash in literals.
        this.statement = "LOAD DATA LOCAL INFILE 'godwit' INTO TABLE " + target.table()
                + " CHARACTER SET utf8mb4 FIELDS TERMINATED BY X'09' ESCAPED BY X'5C' LINES TERMINATED BY X'0A' ("
                + String.join(", ", fields) + ")"
                + (assignments.isEmpty() ? "" : " SET " + String.join(", ", assignments));
    }

    String statement() {
        return statement;
    }

    /** Whether a text can stand for each value that such a column has; of the engine's own types nobody knows. */
    static boolean fits(List<Column> columns) {
        return !columns.isEmpty() && columns.stream().noneMatch(column -> column.type() instanceof NativeType);
    }

    /** Adds a row. */
    void add(@Nullable Object[] values, TabbedRows to) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            to.field(field(columns.get(i).type(), values[i]));
        }
        to.end();
    }

    private static @Nullable String field(ColumnType type, @Nullable Object value) throws SQLException {
        if (value == null) {
            return null;
        }
        if (value instanceof byte[] bytes) {
            if (type != SimpleType.BYTES) {
                throw new SQLException("bytes are no value of " + type);
            }
            return HEX.formatHex(bytes);
        }
        if (value instanceof Boolean truth) {
            return truth ? "1" : "0";
        }
        String text = value instanceof JsonText list ? list.json() : value.toString();
        return MySqlLoader.isInstant(type) ? MySqlLoader.withoutZone(text) : text;
    }
}
