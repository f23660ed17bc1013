package io.godwit.archive;

import io.godwit.failure.PackageFault;

/** Counts what is read of a file and what it unpacks to, and stops what grows too large. For one thread. */
final class Meter {

    /** What is short may be as repetitive as it likes. */
    private static final long FREE_OF_RATIO = 1L << 20;

    /** What a buffer reads ahead, and the padding between entries. */
    private static final long SLACK = 1L << 16;

    private final PackageLimits limits;
    private long packed;
    private long unpacked;
    private long end = Long.MAX_VALUE;
    private String part = "it";

    Meter(PackageLimits limits) {
        this.limits = limits;
    }

    PackageLimits limits() {
        return limits;
    }

    /** From here on, until the next call, so much may come. */
    void allow(long bytes, String what) {
        end = unpacked + bytes + SLACK;
        part = what;
    }

    void packed(long bytes) {
        packed += bytes;
    }

    void unpacked(long bytes) throws RefusedArchiveException {
        unpacked += bytes;
        if (unpacked > limits.unpacked()) {
            throw tooLarge("it unpacks to more than " + limits.unpacked() + " bytes");
        }
        if (unpacked > FREE_OF_RATIO && unpacked / limits.ratio() > packed) {
            throw tooLarge("it unpacks to more than " + limits.ratio() + " times its own length");
        }
        if (unpacked > end) {
            throw tooLarge(part + " goes on for longer than it says");
        }
    }

    static RefusedArchiveException tooLarge(String words) {
        return new RefusedArchiveException(PackageFault.TOO_LARGE, words);
    }
}
