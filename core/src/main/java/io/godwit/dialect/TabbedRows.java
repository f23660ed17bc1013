package io.godwit.dialect;

import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows as bytes of UTF-8: a tab between fields, a line feed after a row, backslashes before what would be taken for either, and
 * {@code \N} for NULL. PostgreSQL's COPY and MySQL's LOAD DATA read it. For one thread.
 */
public final class TabbedRows {

    /** What a character takes at most: four bytes, or an escape of two. */
    private static final int WIDEST = 4;

    private byte[] bytes = new byte[8192];
    private int length;
    private boolean begun;

    /** No rows yet. */
    public TabbedRows() {}

    /**
     * Adds a field to the row.
     *
     * @throws SQLDataException if half of a surrogate pair stands alone in the text, which has no UTF-8
     */
    public void field(@Nullable String text) throws SQLException {
        int characters = text == null ? 2 : text.length();
        grow((long) characters * WIDEST + 2);
        if (begun) {
            bytes[length++] = '\t';
        }
        begun = true;
        if (text == null) {
            escape('N');
            return;
        }
        for (int at = 0; at < characters; at++) {
            char character = text.charAt(at);
            if (character < 0x80) {
                ascii(character);
            } else if (Character.isSurrogate(character)) {
                supplementary(text, at++);
            } else {
                wide(character);
            }
        }
    }

    private void ascii(char character) {
        switch (character) {
            case '\\' -> escape('\\');
            case '\n' -> escape('n');
            case '\r' -> escape('r');
            case '\t' -> escape('t');
            case 0 -> escape('0');
            default -> bytes[length++] = (byte) character;
        }
    }

    private void escape(char character) {
        bytes[length++] = '\\';
        bytes[length++] = (byte) character;
    }

    private void wide(char character) {
        if (character < 0x800) {
            bytes[length++] = (byte) (0xc0 | (character >> 6));
        } else {
            bytes[length++] = (byte) (0xe0 | (character >> 12));
            bytes[length++] = (byte) (0x80 | ((character >> 6) & 0x3f));
        }
        bytes[length++] = (byte) (0x80 | (character & 0x3f));
    }

    private void supplementary(String text, int at) throws SQLException {
        int point = text.codePointAt(at);
        if (!Character.isSupplementaryCodePoint(point)) {
            throw new SQLDataException("half of a surrogate pair stands alone in a text", "22021");
        }
        bytes[length++] = (byte) (0xf0 | (point >> 18));
        bytes[length++] = (byte) (0x80 | ((point >> 12) & 0x3f));
        bytes[length++] = (byte) (0x80 | ((point >> 6) & 0x3f));
        bytes[length++] = (byte) (0x80 | (point & 0x3f));
    }

    private void grow(long more) throws SQLException {
        long needed = length + more;
        if (needed > Integer.MAX_VALUE - 64) {
            throw new SQLDataException("a value is too long to be written");
        }
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 64, Math.max(needed, 2L * bytes.length)));
        }
    }

    /** Ends the row. */
    public void end() throws SQLException {
        grow(1);
        bytes[length++] = '\n';
        begun = false;
    }

    /** How many bytes there are. */
    public int length() {
        return length;
    }

    /** The bytes themselves, of which the first {@link #length} count, until something is added. */
    public byte[] bytes() {
        return bytes;
    }

    /** Forgets all rows, and the room that an uncommonly long one took. */
    public void clear() {
        if (bytes.length > 4 << 20) {
            bytes = new byte[8192];
        }
        length = 0;
        begun = false;
    }
}
