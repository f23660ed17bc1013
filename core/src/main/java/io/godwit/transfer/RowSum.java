package io.godwit.transfer;

import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The sum of the hashes of all lines that are written to it: the same for the same rows in any order, for the order of rows without
 * a key is the engine's. For one thread.
 */
public final class RowSum extends OutputStream {

    private static final int WORDS = 8;

    private final MessageDigest digest;
    private final ByteBuffer hash = ByteBuffer.allocate(WORDS * Integer.BYTES);

    /** The most significant first, modulo 2 to the power of 256. */
    private final int[] sum = new int[WORDS];

    private long rows;
    private boolean begun;

    public RowSum() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
        int from = offset;
        for (int at = offset; at < offset + length; at++) {
            if (buffer[at] == '\n') {
                digest.update(buffer, from, at - from);
                end();
                from = at + 1;
            }
        }
        digest.update(buffer, from, offset + length - from);
        begun = from < offset + length || (begun && from == offset);
    }

    /** Takes a row as it stands, also one of several lines. */
    void add(byte[] row) {
        digest.update(row, 0, row.length);
        end();
    }

    /** Takes records of CSV, each with the line feed that ends it; one between quotes does not. */
    OutputStream records() {
        return new OutputStream() {
            private boolean quoted;

            @Override
            public void write(int value) {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] buffer, int offset, int length) {
                int from = offset;
                for (int at = offset; at < offset + length; at++) {
                    if (buffer[at] == '"') {
                        quoted = !quoted;
                    } else if (buffer[at] == '\n' && !quoted) {
                        digest.update(buffer, from, at + 1 - from);
                        end();
                        from = at + 1;
                    }
                }
                digest.update(buffer, from, offset + length - from);
            }
        };
    }

    private void end() {
        try {
            digest.digest(hash.array(), 0, hash.capacity());
        } catch (DigestException small) {
            throw new IllegalStateException("SHA-256 has 32 bytes", small);
        }
        long carried = 0;
        for (int word = WORDS - 1; word >= 0; word--) {
            carried = plus(word, hash.getInt(word * Integer.BYTES), carried);
        }
        rows++;
    }

    private long plus(int word, int added, long carried) {
        long whole = Integer.toUnsignedLong(sum[word]) + Integer.toUnsignedLong(added) + carried;
        sum[word] = (int) whole;
        return whole >>> Integer.SIZE;
    }

    /** Takes all whole lines of another. */
    void add(RowSum other) {
        long carried = 0;
        for (int word = WORDS - 1; word >= 0; word--) {
            carried = plus(word, other.sum[word], carried);
        }
        rows += other.rows;
    }

    /** How many lines there were. */
    public long rows() {
        return rows;
    }

    /** In hexadecimal, of all that is written. */
    public String text() {
        if (begun) {
            begun = false;
            end();
        }
        ByteBuffer bytes = ByteBuffer.allocate(WORDS * Integer.BYTES);
        for (int word : sum) {
            bytes.putInt(word);
        }
        return new BigInteger(1, bytes.array()).toString(16);
    }
}
