package io.godwit.dialect.postgres;

import io.godwit.dialect.ManyRows;
import io.godwit.dialect.RowFields;
import io.godwit.dialect.RowQuery;
import io.godwit.schema.SimpleType;
import java.sql.Connection;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Rows by COPY, which writes each value by the output function of its type, as a query in text does. Stateless. */
final class CopiedRows {

    private CopiedRows() {}

    /** Reads all rows; false where the driver is another, or hidden. */
    static boolean read(Connection connection, RowQuery query, ManyRows.FieldTaker taker) throws SQLException {
        try {
            if (query.columns().isEmpty() || !connection.isWrapperFor(PGConnection.class)) {
                return false;
            }
            CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(statement(query));
            try {
                copy(copy, query, taker);
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
            return true;
        } catch (LinkageError absent) {
            return false;
        }
    }

    private static String statement(RowQuery query) {
        String values = IntStream.range(0, query.columns().size())
                .mapToObj(at -> query.columns().get(at).type() == SimpleType.BYTES
                        ? "encode(" + query.names().get(at) + ", 'hex')"
                        : query.values().get(at))
                .collect(Collectors.joining(", "));
        return "COPY (SELECT " + values + query.rest() + ") TO STDOUT (ENCODING 'UTF8')";
    }

    private static void copy(CopyOut copy, RowQuery query, ManyRows.FieldTaker taker) throws SQLException {
        RowFields fields = new RowFields(query.columns().size());
        for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
            if (!CopiedFields.read(row, fields) || !taker.fields(fields)) {
                throw new SQLDataException("a row has a text that is not UTF-8");
            }
        }
    }
}
