package io.godwit.engine;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.RowTarget;
import io.godwit.dialect.RowWriter;
import io.godwit.plan.transform.RecordedKeys;
import io.godwit.schema.Column;
import io.godwit.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down the keys of rows that are written beside it, whole numbers without a gap as one row. For one transaction, on one thread. */
final class KeyRecord implements AutoCloseable {

    private static final int TOGETHER = 5_000;

    private final RowWriter writer;
    private final RowWriter rows;
    private final List<@Nullable Object[]> waiting = new ArrayList<>();
    private final int[] places;
    private final boolean countsUp;
    private boolean isOpen;
    private long first;
    private long last;

    /**
     * Of rows.
     *
     * @param rows writes them, and may have the connection meanwhile
     * @param columns of the rows whose keys are recorded
     */
    KeyRecord(Session session, RecordedKeys keys, RowWriter rows, List<Column> columns) throws SQLException {
        this.rows = rows;
        Dialect dialect = session.dialect();
        Table table = keys.layout();
        this.writer =
                dialect.loader().writer(RowTarget.of(dialect, session.connection(), table.name(), table.columns()));
        this.countsUp = keys.countsUp();
        List<String> names =
                columns.stream().map(column -> column.name().text()).toList();
        this.places = keys.key().stream()
                .mapToInt(column -> names.indexOf(column.name().text()))
                .toArray();
    }

    void add(@Nullable Object[] row) throws SQLException {
        if (!countsUp) {
            @Nullable Object[] key = new Object[places.length];
            for (int index = 0; index < places.length; index++) {
                key[index] = row[places[index]];
            }
            put(key);
            return;
        }
        long number = Long.parseLong(String.valueOf(row[places[0]]));
        if (isOpen && number == last + 1) {
            last = number;
            return;
        }
        end();
        isOpen = true;
        first = number;
        last = number;
    }

    private void put(@Nullable Object[] key) throws SQLException {
        waiting.add(key);
        if (waiting.size() == TOGETHER) {
            write();
        }
    }

    private void write() throws SQLException {
        rows.pause();
        for (@Nullable Object[] key : waiting) {
            writer.add(key);
        }
        waiting.clear();
    }

    private void end() throws SQLException {
        if (isOpen) {
            put(new Object[] {Long.toString(first), Long.toString(last)});
        }
        isOpen = false;
    }

    void flush() throws SQLException {
        end();
        write();
        writer.flush();
    }

    @Override
    public void close() throws SQLException {
        writer.close();
    }
}
