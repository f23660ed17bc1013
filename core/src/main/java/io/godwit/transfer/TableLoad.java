package io.godwit.transfer;

import io.godwit.archive.RowFileFormat;
import io.godwit.dialect.Dialect;
import io.godwit.dialect.RowStaging;
import io.godwit.dialect.RowTarget;
import io.godwit.dialect.RowWriter;
import io.godwit.failure.PlanRefusedException;
import io.godwit.migration.OnConflict;
import io.godwit.schema.Column;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings the rows of a file into a table: straight into it where none of them can meet another or be awaited, else by a table of the
 * session, from which one statement takes them over. For one use, inside the caller's transaction.
 */
final class TableLoad {

    static final String NO_KEY =
            "has no primary key of which the file has every column, so that nothing tells its rows apart";

    private final Dialect dialect;
    private final Connection connection;
    private final Table table;
    private final RowSource reader;
    private final RowTarget target;
    private final RowTarget staged;
    private final RowStaging staging;
    private final List<Name> key;
    private final List<Name> deferred;
    private final boolean refersToItself;
    private boolean waits;

    /**
     * A load of one table.
     *
     * @param columns what each row has a value for: as the file says, and as it is in the table
     * @param key what tells rows apart; empty if nothing does
     * @param number of this table among all that are loaded
     * @param format of the file
     */
    TableLoad(
            Dialect dialect,
            Connection connection,
            ImportOrder.Arrival arrival,
            TargetColumns columns,
            List<Name> key,
            int number,
            RowFileFormat format) {
        this.dialect = dialect;
        this.connection = connection;
        this.table = arrival.table();
        this.reader = RowSource.of(format, columns.ofFile());
        this.staging = dialect.staging();
        this.target = RowTarget.of(dialect, connection, table.name(), columns.ofTable());
        this.staged = new RowTarget(connection, staging.table(number), target.columns(), target.names());
        this.key = List.copyOf(key);
        this.deferred = arrival.deferred().stream()
                .filter(name -> columns.ofTable().stream()
                        .anyMatch(column -> column.name().equals(name)))
                .toList();
        this.refersToItself = arrival.refersToItself();
    }

    /**
     * Loads all rows.
     *
     * @param onConflict what becomes of rows whose key is there already
     * @throws IOException also if they are not what an export writes
     */
    LoadedTable load(InputStream rows, OnConflict onConflict) throws IOException, SQLException {
        boolean free = onConflict == OnConflict.FAIL || isEmpty();
        if (free && deferred.isEmpty() && !refersToItself) {
            return new LoadedTable(write(rows, target), 0, 0);
        }
        if (!free && key.isEmpty()) {
            throw new PlanRefusedException("The rows cannot be imported: there are rows in " + table.name()
                    + " already, which " + NO_KEY + ". Nothing was imported.");
        }
        for (String statement : staging.make(staged.table(), target)) {
            execute(statement);
        }
        waits = true;
        long all = write(rows, staged);
        LoadedTable loaded = take(all, free ? OnConflict.FAIL : onConflict);
        if (deferred.isEmpty()) {
            drop();
        }
        return loaded;
    }

    private long write(InputStream rows, RowTarget to) throws IOException, SQLException {
        try (RowWriter writer = dialect.loader().writer(to)) {
            long count = reader.read(rows, writer::add);
            writer.flush();
            return count;
        }
    }

    private LoadedTable take(long all, OnConflict onConflict) throws SQLException {
        switch (onConflict) {
            case SKIP -> {
                execute(staging.forget(staged.table(), target, key));
                long inserted = execute(staging.insert(staged.table(), target, deferred, List.of()));
                return new LoadedTable(inserted, 0, all - inserted);
            }
            case UPDATE -> {
                List<Name> others = others();
                if (!others.isEmpty()) {
                    execute(staging.update(staged.table(), target, key, others));
                }
                long inserted = execute(staging.insert(staged.table(), target, deferred, key));
                return new LoadedTable(inserted, all - inserted, 0);
            }
            default -> {
                return new LoadedTable(execute(staging.insert(staged.table(), target, deferred, List.of())), 0, 0);
            }
        }
    }

    private List<Name> others() {
        List<Name> others =
                new ArrayList<>(target.columns().stream().map(Column::name).toList());
        others.removeAll(key);
        others.removeAll(deferred);
        return others;
    }

    /** Gives columns their values that waited for the rows of other tables. */
    void complete() throws SQLException {
        if (waits) {
            execute(staging.update(staged.table(), target, key, deferred));
            drop();
        }
    }

    private void drop() throws SQLException {
        execute(staging.drop(staged.table()));
        waits = false;
    }

    /** Moves the counters on, once all rows are there. */
    void moveOn() throws SQLException {
        staging.moveOn(connection, table);
    }

    private boolean isEmpty() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.setMaxRows(1);
            try (ResultSet row = statement.executeQuery("SELECT 1 FROM " + target.table())) {
                return !row.next();
            }
        }
    }

    private long execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
            return Math.max(0, statement.getUpdateCount());
        }
    }
}
