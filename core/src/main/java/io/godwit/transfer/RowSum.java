package io.godwit.transfer;

import java.io.OutputStream;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The sum of the hashes of all lines that are written to it: the same for the same rows in any order, for the order of rows without
 * a key is the engine's. For one thread.
 */
public final class RowSum extends OutputStream {

    private static final BigInteger RING = BigInteger.ONE.shiftLeft(256);

    private final MessageDigest digest;
    private BigInteger sum = BigInteger.ZERO;
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

    private void end() {
        sum = sum.add(new BigInteger(1, digest.digest())).mod(RING);
        rows++;
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
        return sum.toString(16);
    }
}
