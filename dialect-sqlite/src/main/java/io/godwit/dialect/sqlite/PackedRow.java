package io.godwit.dialect.sqlite;

import io.godwit.dialect.RowFields;
import io.godwit.dialect.RowQuery;
import io.godwit.schema.Column;
import io.godwit.schema.SimpleType;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * All values of a row as one text, for the driver takes about as long for a value as for a row. A separator stands between two of them; what may be
 * NULL has a sign before it, and is nothing if it is NULL. Immutable.
 */
final class PackedRow {

    /** A value that has it too gives the row more fields than it has columns, by which it is known. */
    private static final int SEPARATOR = 31;

    private static final String SEPARATED = "char(" + SEPARATOR + ")";
    private static final char SIGN = '=';

    /** How many bytes are written in hexadecimal; longer ones are read by themselves. */
    private static final int LONGEST = 100_000;

    private final RowQuery query;
    private final boolean[] signed;

    PackedRow(RowQuery query) {
        this.query = query;
        this.signed = new boolean[query.columns().size()];
        for (int at = 0; at < signed.length; at++) {
            signed[at] = query.columns().get(at).nullable();
        }
    }

    /** The query with the packed row behind its values. */
    String text() {
        String packed = IntStream.range(0, signed.length)
                .mapToObj(at -> value(query.columns().get(at), query.names().get(at)))
                .collect(Collectors.joining(", " + SEPARATED + ", ", "CAST(concat(", ") AS BLOB)"));
        return "SELECT " + String.join(", ", query.values()) + ", " + packed + query.rest();
    }

    /** Where the packed row is, from 1. */
    int place() {
        return signed.length + 1;
    }

    private static String value(Column column, String name) {
        String sign = column.nullable() ? "'" + SIGN + "' || " : "";
        if (column.type() != SimpleType.BYTES) {
            return sign + name;
        }
        return "CASE WHEN octet_length(" + name + ") <= " + LONGEST + " THEN " + sign + "hex(" + name + ") WHEN " + name
                + " IS NOT NULL THEN " + SEPARATED + " END";
    }

    /** Finds the values; false if one has what stands between two of them. */
    boolean read(byte[] packed, RowFields into) {
        int column = 0;
        int from = 0;
        for (int at = 0; at <= packed.length; at++) {
            if (at < packed.length && packed[at] != SEPARATOR) {
                continue;
            }
            if (column == signed.length) {
                return false;
            }
            if (!signed[column]) {
                into.set(column, packed, from, at);
            } else if (from == at) {
                into.setNull(column);
            } else {
                into.set(column, packed, from + 1, at);
            }
            column++;
            from = at + 1;
        }
        return column == signed.length;
    }
}
