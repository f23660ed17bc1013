package io.godwit.dialect.mysql;

import io.godwit.dialect.BulkLoader;
import io.godwit.dialect.RowTarget;
import io.godwit.dialect.RowWriter;
import io.godwit.dialect.SqlSyntax;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.NativeType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.TimeType;
import io.godwit.schema.VectorType;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asks the server, not the driver, for the text of a value: the drivers refuse dates of zero, show a YEAR as a date and any
 * TINYINT(1) as true or false, and a FLOAT is shown with six digits unless it is made a DOUBLE. Stateless and thread-safe.
 */
final class MySqlLoader implements BulkLoader {

    /** What the drivers give as it is: texts, bytes, documents. */
    private static final Pattern PLAIN =
            Pattern.compile("(tiny|medium|long)?(text|blob)\\b.*|(var)?(char|binary)\\b.*|json|"
                    + "geom.*|(multi)?(point|linestring|polygon)");

    private static final Pattern FLOAT = Pattern.compile("float( unsigned)?( zerofill)?");

    private final MySqlSyntax syntax;

    MySqlLoader(MySqlSyntax syntax) {
        this.syntax = syntax;
    }

    @Override
    public String exact(Column column, String name) {
        ColumnType type = column.type();
        if (type instanceof NativeType own) {
            return own(own.types().values().iterator().next(), name);
        }
        if (type == SimpleType.REAL) {
            return "(" + name + " + 0e0)";
        }
        if (type == SimpleType.SMALLINT) {
            // Connector/J gives out a YEAR as a date.
            return "(" + name + " + 0)";
        }
        if (type == SimpleType.JSON && !syntax.isMariaDb()) {
            // Only a number that an expression has put in is a DECIMAL there, with its zeros; what is read from a text
            // is a DOUBLE.
            return "CAST(CAST(" + name + " AS CHAR) AS JSON)";
        }
        boolean asked = type instanceof TimeType
                || type == SimpleType.BOOLEAN
                || type == SimpleType.DATE
                || type == SimpleType.TIME
                || type == SimpleType.TIMESTAMP
                || type == SimpleType.TIMESTAMPTZ;
        return asked ? "CAST(" + name + " AS CHAR)" : name;
    }

    private static String own(String type, String name) {
        if (FLOAT.matcher(type).matches()) {
            return "(" + name + " + 0e0)";
        }
        if (type.startsWith("bit")) {
            return "CAST(" + name + " AS BINARY)";
        }
        return PLAIN.matcher(type).matches() ? name : "CAST(" + name + " AS CHAR)";
    }

    /** MySQL's JSON is a type of its own; MariaDB's is the text that was written. */
    @Override
    public boolean respellsLists() {
        return !syntax.isMariaDb();
    }

    @Override
    public String placeholder(Column column) {
        return column.type() instanceof VectorType && syntax.hasVectors() ? syntax.vectorOf("?") : "?";
    }

    @Override
    public RowWriter writer(RowTarget target) throws SQLException {
        return new MySqlRowWriter(this, target, BulkLoader.super.writer(target));
    }

    /** A time zone is no part of what is kept: all of it is UTC. */
    @Override
    public void bind(PreparedStatement statement, int index, Column column, @Nullable Object value)
            throws SQLException {
        boolean instant = value instanceof String && isInstant(column.type());
        BulkLoader.super.bind(statement, index, column, instant ? withoutZone(String.valueOf(value)) : value);
    }

    /** The client makes one line feed of a carriage return before it, also within a text. */
    @Override
    public String literal(SqlSyntax own, Column column, @Nullable Object value) {
        if (!(value instanceof String text)) {
            return BulkLoader.super.literal(own, column, value);
        }
        return text.indexOf('\r') >= 0
                ? "CONVERT(X'" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)) + "' USING utf8mb4)"
                : BulkLoader.super.literal(own, column, isInstant(column.type()) ? withoutZone(text) : text);
    }

    static String withoutZone(String instant) {
        return instant.endsWith("Z") ? instant.substring(0, instant.length() - 1) : instant;
    }

    static boolean isInstant(ColumnType type) {
        return type == SimpleType.TIMESTAMPTZ
                || (type instanceof TimeType time && time.kind() == SimpleType.TIMESTAMPTZ);
    }
}
