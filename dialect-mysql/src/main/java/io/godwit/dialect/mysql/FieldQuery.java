package io.godwit.dialect.mysql;

import io.godwit.dialect.RowFields;
import io.godwit.dialect.RowQuery;
import io.godwit.schema.CharType;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.EnumType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.VarcharType;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A query whose values the drivers give as bytes of UTF-8, numbers apart, of which MariaDB's gives no bytes. Immutable. */
final class FieldQuery {

    private static final Set<SimpleType> NUMBERS =
            Set.of(SimpleType.SMALLINT, SimpleType.INTEGER, SimpleType.BIGINT, SimpleType.REAL, SimpleType.DOUBLE);

    private final RowQuery query;
    private final boolean[] numbers;

    FieldQuery(RowQuery query) {
        List<Column> columns = query.columns();
        this.query = query;
        this.numbers = new boolean[columns.size()];
        for (int at = 0; at < numbers.length; at++) {
            ColumnType type = columns.get(at).type();
            numbers[at] =
                    type instanceof DecimalType || (type instanceof SimpleType simple && NUMBERS.contains(simple));
        }
    }

    String text() {
        return "SELECT "
                + IntStream.range(0, numbers.length).mapToObj(this::value).collect(Collectors.joining(", "))
                + query.rest();
    }

    /** Without a conversion, Connector/J gives the bytes that the column's character set has. */
    private String value(int at) {
        ColumnType type = query.columns().get(at).type();
        if (type == SimpleType.BYTES) {
            return "HEX(" + query.names().get(at) + ")";
        }
        boolean isText = type == SimpleType.TEXT
                || type == SimpleType.UUID
                || type instanceof VarcharType
                || type instanceof CharType
                || type instanceof EnumType;
        String value = query.values().get(at);
        return isText ? "CONVERT(" + value + " USING utf8mb4)" : value;
    }

    void read(ResultSet row, RowFields into) throws SQLException {
        for (int at = 0; at < numbers.length; at++) {
            byte[] value = numbers[at] ? number(row.getString(at + 1)) : row.getBytes(at + 1);
            if (value == null) {
                into.setNull(at);
            } else {
                into.set(at, value, 0, value.length);
            }
        }
    }

    private static byte @Nullable [] number(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.US_ASCII);
    }
}
