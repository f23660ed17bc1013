package io.godwit.dialect.mysql;

import io.godwit.dialect.TabbedRows;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows as LOAD DATA takes them, made into bytes while the server works on those before. It ends before a row that cannot be made, for a
 * driver that fails to read would leave the connection in the middle of the statement. For one thread.
 */
final class LoadStream extends InputStream {

    /** About what the drivers ask for at a time, twice. */
    private static final int TOGETHER = 1 << 14;

    private final LoadText text;
    private final Iterator<@Nullable Object[]> rows;
    private final TabbedRows made = new TabbedRows();
    private int at;
    private @Nullable SQLException refused;

    LoadStream(LoadText text, List<@Nullable Object[]> rows) {
        this.text = text;
        this.rows = rows.iterator();
    }

    @Override
    public int read() {
        return isAtEnd() ? -1 : made.bytes()[at++] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) {
        if (isAtEnd()) {
            return length == 0 ? 0 : -1;
        }
        int taken = Math.min(length, made.length() - at);
        System.arraycopy(made.bytes(), at, into, from, taken);
        at += taken;
        return taken;
    }

    private boolean isAtEnd() {
        if (at == made.length()) {
            at = 0;
            made.clear();
            make();
        }
        return at == made.length();
    }

    private void make() {
        try {
            while (refused == null && made.length() < TOGETHER && rows.hasNext()) {
                text.add(rows.next(), made);
            }
        } catch (SQLException e) {
            refused = e;
            made.clear();
        }
    }

    /** Fails with why a row could not be made. */
    void check() throws SQLException {
        if (refused != null) {
            throw refused;
        }
    }
}
