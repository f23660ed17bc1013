package io.godwit.archive;

import io.godwit.failure.PackageFault;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/**
 * The record at the end of a ZIP file. It must be the last thing there, right behind the directory: nothing is hidden around it, and
 * every reader sees the same directory.
 *
 * @param directory where the directory begins
 */
record ZipEnd(long directory) {

    private static final int LENGTH = 22;
    private static final int SIGNATURE = 0x06054b50;
    private static final int DIRECTORY_LENGTH = 12;
    private static final int DIRECTORY_START = 16;
    private static final int COMMENT_LENGTH = 20;
    private static final long UNSIGNED = 0xffffffffL;

    /** Of an entry of the directory, with its name. */
    private static final long LONGEST_RECORD = 2048;

    static ZipEnd read(SeekableByteChannel file, PackageLimits limits) throws IOException {
        long start = file.size() - LENGTH;
        ByteBuffer record = ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        file.position(Math.max(0, start));
        while (record.hasRemaining()) {
            if (file.read(record) < 0) {
                throw new EOFException("it is too short for a ZIP file");
            }
        }
        if (record.getInt(0) != SIGNATURE || record.getShort(COMMENT_LENGTH) != 0) {
            throw new RefusedArchiveException(
                    PackageFault.TRAILING_DATA,
                    "it does not end with its directory: it is cut off, or goes on behind it");
        }
        long length = record.getInt(DIRECTORY_LENGTH) & UNSIGNED;
        long directory = record.getInt(DIRECTORY_START) & UNSIGNED;
        if (length > limits.entries() * LONGEST_RECORD) {
            throw Meter.tooLarge("its directory has " + length + " bytes");
        }
        if (directory + length != start) {
            throw new RefusedArchiveException(
                    PackageFault.TRAILING_DATA,
                    "its directory does not end where it says; of four gibibytes or more take .tar.gz");
        }
        return new ZipEnd(directory);
    }
}
