package io.godwit.transfer;

import io.godwit.archive.RowFileFormat;
import io.godwit.dialect.Dialect;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads one table by several connections that see the same moment, each range of its key by one of them, and writes byte for byte what one
 * connection gives. Each connection has a thread, which ends before this does; what they have made and nobody has written yet takes
 * eight megabytes at most. For one use.
 */
final class RangedExport {

    private static final int BYTES = 8 << 20;

    private final Dialect dialect;
    private final List<Connection> connections;
    private final RowsExport.Selected selected;
    private final RowFileFormat format;
    private final KeyRanges ranges;
    private final Pieces pieces;

    private RangedExport(
            Dialect dialect,
            List<Connection> connections,
            RowsExport.Selected selected,
            RowFileFormat format,
            KeyRanges ranges) {
        this.dialect = dialect;
        this.connections = List.copyOf(connections);
        this.selected = selected;
        this.format = format;
        this.ranges = ranges;
        this.pieces = new Pieces(2 * connections.size(), BYTES);
    }

    /**
     * Where that is quicker.
     *
     * @param connections the first one may be asked now
     * @return null where one connection does better: without a filter only, of a large table, by a key that is a whole number
     */
    static @Nullable RangedExport of(
            Dialect dialect, List<Connection> connections, RowsExport.Selected selected, RowFileFormat format)
            throws SQLException {
        if (connections.size() == 1) {
            return null;
        }
        KeyRanges ranges = ranges(dialect, connections.get(0), selected, BYTES / 4 / connections.size());
        return ranges == null ? null : new RangedExport(dialect, connections, selected, format, ranges);
    }

    private static @Nullable KeyRanges ranges(
            Dialect dialect, Connection connection, RowsExport.Selected selected, int bytes) throws SQLException {
        if (!selected.condition().isEmpty()) {
            return null;
        }
        KeyRanges ranges = KeyRanges.of(dialect, selected.table(), bytes).orElse(null);
        return ranges != null && ranges.isWorthwhile(connection) ? ranges : null;
    }

    /** Whether several connections would be quicker. */
    static boolean isWorthwhile(Dialect dialect, Connection connection, RowsExport.Selected selected)
            throws SQLException {
        return ranges(dialect, connection, selected, BYTES) != null;
    }

    /**
     * Writes all rows, and says how many there were.
     *
     * @param cancelled asked again and again
     */
    long writeTo(OutputStream out, RowSum digest, BooleanSupplier cancelled) throws IOException, SQLException {
        export(connections.get(0), "").writeHeader(out, format);
        List<Reading> readings = new ArrayList<>();
        try {
            for (Connection connection : connections) {
                Reading reading = new Reading(connection);
                readings.add(reading);
                reading.thread.start();
            }
            for (byte[] chunk = pieces.take(); chunk != null; chunk = pieces.take()) {
                out.write(chunk);
                if (cancelled.getAsBoolean()) {
                    throw new SQLException("it was cancelled");
                }
            }
        } finally {
            pieces.stop();
            readings.forEach(Reading::await);
        }
        rethrow(pieces.failure());
        readings.forEach(reading -> digest.add(reading.digest));
        return readings.stream().mapToLong(reading -> reading.rows).sum();
    }

    private static void rethrow(@Nullable Throwable failure) throws IOException, SQLException {
        if (failure instanceof IOException unwritten) {
            throw unwritten;
        }
        if (failure instanceof SQLException unread) {
            throw unread;
        }
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failure instanceof Error error) {
            throw error;
        }
    }

    private TableExport export(Connection connection, String range) {
        return new TableExport(dialect, connection, selected.table(), range, selected.leftOut());
    }

    /** The next range with its place in the file, both taken before anybody else takes them. */
    private record Part(String range, Pieces.Piece piece) {}

    private @Nullable Part next(Connection connection) throws IOException, SQLException {
        synchronized (ranges) {
            String range = ranges.next(connection);
            return range == null ? null : new Part(range, pieces.begin());
        }
    }

    /** What one connection reads, on a thread of its own. */
    private final class Reading implements Runnable {

        private final Connection connection;
        private final Thread thread = new Thread(this, "godwit-reader");
        private final RowSum digest = new RowSum();
        private long rows;

        Reading(Connection connection) {
            this.connection = connection;
            this.thread.setDaemon(true);
        }

        @Override
        public void run() {
            try {
                for (Part part = next(connection); part != null; part = next(connection)) {
                    read(part);
                }
                pieces.complete();
            } catch (Throwable e) {
                pieces.fail(e);
            }
        }

        private void read(Part part) throws IOException, SQLException {
            long before = digest.rows();
            rows += export(connection, part.range()).writePiece(part.piece(), digest, format);
            part.piece().end();
            synchronized (ranges) {
                ranges.written(digest.rows() - before, part.piece().length());
            }
        }

        /** Whatever interrupts the caller: nobody may have the connection before its thread has ended. */
        void await() {
            boolean interrupted = false;
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
