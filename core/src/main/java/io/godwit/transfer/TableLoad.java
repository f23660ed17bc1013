package io.godwit.transfer;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.RowStaging;
import io.godwit.dialect.RowTarget;
import io.godwit.dialect.RowWriter;
import io.godwit.failure.PlanRefusedException;
import io.godwit.migration.OnConflict;
import io.godwit.schema.Name;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Brings the rows of a file into a table: straight into it where none of them can meet another or be awaited, else by a table of the
 * session, from which one statement takes them over. For one use, inside the caller's transaction.
 */
final class TableLoad {

    private final Dialect dialect;
    private final Connection connection;
    private final AwaitedTable awaited;
    private final RowTarget target;
    private final RowTarget staged;
    private final RowStaging staging;
    private final List<Name> key;
    private final List<Name> deferred;
    private boolean waits;

    /** A load of one table. */
    TableLoad(Dialect dialect, Connection connection, AwaitedTable awaited) {
        this.dialect = dialect;
        this.connection = connection;
        this.awaited = awaited;
        this.staging = dialect.staging();
        this.target = RowTarget.of(
                dialect, connection, awaited.table().name(), awaited.columns().ofTable());
        this.staged = new RowTarget(connection, staging.table(awaited.number()), target.columns(), target.names());
        this.key = awaited.key();
        this.deferred = awaited.deferred();
    }

    /**
     * Loads all rows.
     *
     * @param onConflict what becomes of rows whose key is there already
     * @throws IOException also if they are not what an export writes
     */
    LoadedTable load(InputStream rows, OnConflict onConflict) throws IOException, SQLException {
        boolean free = onConflict == OnConflict.FAIL || isEmpty();
        if (free && deferred.isEmpty() && !awaited.refersToItself()) {
            return new LoadedTable(write(rows, target), 0, 0);
        }
        if (!free && key.isEmpty()) {
            throw new PlanRefusedException("The rows cannot be imported: there are rows in "
                    + awaited.table().name() + " already, which " + AwaitedTable.NO_KEY + ". Nothing was imported.");
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
        try (RowWriter writer = RowsBehind.of(dialect.loader().writer(to))) {
            writer.occupy();
            long count = awaited.source().read(rows, writer::add);
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
                List<Name> others = awaited.others();
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
        staging.moveOn(connection, awaited.table());
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
