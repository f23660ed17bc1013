package io.godwit.dialect;

import java.util.Arrays;

/**
 * The values of one row as they stand in bytes that came from the engine: the UTF-8 of the text that {@link BulkLoader#text} gives, and
 * bytes in hexadecimal. They stand only until the next row is read. For one thread.
 */
public final class RowFields {

    private static final byte[] NONE = {};

    private final byte[][] bytes;
    private final int[] from;
    private final int[] to;

    /** A row of so many values, each NULL. */
    public RowFields(int columns) {
        this.bytes = new byte[columns][];
        this.from = new int[columns];
        this.to = new int[columns];
        Arrays.fill(bytes, NONE);
        Arrays.fill(to, -1);
    }

    /** How many values there are. */
    public int size() {
        return bytes.length;
    }

    /**
     * Says where a value is.
     *
     * @param column from 0
     * @param start of its first byte
     * @param end behind its last
     */
    public void set(int column, byte[] in, int start, int end) {
        bytes[column] = in;
        from[column] = start;
        to[column] = end;
    }

    /** Says that there is none. */
    public void setNull(int column) {
        to[column] = -1;
    }

    public boolean isNull(int column) {
        return to[column] < 0;
    }

    /** The bytes among which the value stands; they must not be changed. */
    public byte[] bytes(int column) {
        return bytes[column];
    }

    public int from(int column) {
        return from[column];
    }

    /** Behind its last byte. */
    public int to(int column) {
        return to[column];
    }
}
