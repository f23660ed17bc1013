package io.godwit.transfer;

import io.godwit.dialect.BulkLoader;
import io.godwit.dialect.RowWriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Has rows written on a thread of its own while the connection is lent, so that making rows takes one processor, and sending them
 * another. Otherwise they are written at once. Closing ends the thread. For one thread.
 */
public final class RowsBehind implements RowWriter {

    private static final int MOST_ROWS = 250;
    private static final int MOST_CHARACTERS = 100_000;

    /** What a row takes besides its characters, in characters. */
    private static final int ROW = 100;

    /** More than a writer sends at once, so that rows are made meanwhile. */
    private static final int AHEAD = 1_000_000;

    private final RowWriter writer;
    private final Behind<List<@Nullable Object[]>, SQLException> chunks;
    private List<@Nullable Object[]> filling = new ArrayList<>(MOST_ROWS);
    private long characters;
    private boolean isLent;

    /** The writer itself where a thread would gain nothing. */
    public static RowWriter of(RowWriter writer) {
        return writer.sendsAhead() ? writer : new RowsBehind(writer);
    }

    /** @param writer is closed with it, and used by nobody else */
    RowsBehind(RowWriter writer) {
        this.writer = writer;
        this.chunks = new Behind<>("godwit-writer", AHEAD, rows -> {
            for (@Nullable Object[] row : rows) {
                writer.add(row);
            }
        });
    }

    @Override
    public void add(@Nullable Object[] values) throws SQLException {
        if (!isLent) {
            writer.add(values);
            return;
        }
        filling.add(values);
        characters += BulkLoader.characters(values);
        if (filling.size() == MOST_ROWS || characters > MOST_CHARACTERS) {
            send();
        }
    }

    private void send() throws SQLException {
        chunks.put(filling, characters + (long) ROW * filling.size());
        filling = new ArrayList<>(MOST_ROWS);
        characters = 0;
    }

    @Override
    public void occupy() {
        isLent = true;
        writer.occupy();
    }

    @Override
    public void pause() throws SQLException {
        settle();
        writer.pause();
    }

    private void settle() throws SQLException {
        if (!filling.isEmpty()) {
            send();
        }
        chunks.await();
    }

    @Override
    public void flush() throws SQLException {
        settle();
        writer.flush();
    }

    @Override
    public void close() throws SQLException {
        chunks.close();
        writer.close();
    }
}
