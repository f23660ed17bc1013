package io.godwit.transfer;

import io.godwit.changelog.ScriptedRows;
import io.godwit.dialect.BulkLoader;
import io.godwit.dialect.Dialect;
import io.godwit.dialect.RowTarget;
import io.godwit.dialect.Statement;
import io.godwit.schema.Column;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as the INSERTs of a script, many in one. For one thread. */
final class RowInserts {

    /** A client reads a statement whole, and MySQL's takes 16 MB at most. */
    private static final int FULL = 200_000;

    private final Dialect dialect;
    private final BulkLoader loader;
    private final List<Column> columns;
    private final String insert;
    private final ScriptedRows.Taker taker;
    private final StringBuilder statement = new StringBuilder();
    private int rows;

    RowInserts(Dialect dialect, RowTarget target, ScriptedRows.Taker taker) {
        this.dialect = dialect;
        this.loader = dialect.loader();
        this.columns = target.columns();
        this.insert = loader.insert(target.table(), target.list()) + " VALUES\n  (";
        this.taker = taker;
    }

    /** @throws IllegalArgumentException if the engine cannot keep a value */
    void add(@Nullable Object[] values) throws IOException {
        statement.append(rows == 0 ? insert : ",\n  (");
        for (int index = 0; index < values.length; index++) {
            Column column = columns.get(index);
            String literal = loader.literal(dialect.syntax(), column, values[index]);
            String placeholder = loader.placeholder(column);
            statement.append(index == 0 ? "" : ", ");
            int place = placeholder.indexOf('?');
            statement
                    .append(placeholder, 0, place)
                    .append(literal)
                    .append(placeholder, place + 1, placeholder.length());
        }
        statement.append(')');
        rows++;
        if (rows == loader.rows() || statement.length() > FULL) {
            flush();
        }
    }

    void flush() throws IOException {
        if (rows > 0) {
            taker.take(Statement.of(statement.toString()));
            statement.setLength(0);
            rows = 0;
        }
    }
}
