package io.godwit.archive;

/**
 * How large a package may be, in bytes that are really read: what its headers say is not believed. Immutable.
 *
 * @param packed of the file itself
 * @param unpacked of all entries together
 * @param entry of one entry
 * @param held of all entries outside of {@code data/} together, which are kept in memory
 * @param entries how many there may be
 * @param ratio how many times longer than what was read of the file what it unpacks to may be, from the first mebibyte on
 */
public record PackageLimits(long packed, long unpacked, long entry, long held, int entries, int ratio) {

    private static final long MEBIBYTE = 1L << 20;
    private static final long GIBIBYTE = 1L << 30;

    /** For a server with some hundred megabytes to spare. */
    public static final PackageLimits STANDARD =
            new PackageLimits(4 * GIBIBYTE, 16 * GIBIBYTE, 8 * GIBIBYTE, 128 * MEBIBYTE, 10_000, 200);

    public PackageLimits {
        if (packed < 1 || unpacked < 1 || entry < 1 || held < 1 || entries < 1 || ratio < 1) {
            throw new IllegalArgumentException("every limit is at least 1");
        }
    }

    public PackageLimits withPacked(long bytes) {
        return new PackageLimits(bytes, unpacked, entry, held, entries, ratio);
    }

    public PackageLimits withUnpacked(long bytes) {
        return new PackageLimits(packed, bytes, entry, held, entries, ratio);
    }

    public PackageLimits withEntry(long bytes) {
        return new PackageLimits(packed, unpacked, bytes, held, entries, ratio);
    }

    public PackageLimits withHeld(long bytes) {
        return new PackageLimits(packed, unpacked, entry, bytes, entries, ratio);
    }

    public PackageLimits withEntries(int most) {
        return new PackageLimits(packed, unpacked, entry, held, most, ratio);
    }

    public PackageLimits withRatio(int most) {
        return new PackageLimits(packed, unpacked, entry, held, entries, most);
    }
}
