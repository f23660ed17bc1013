package io.godwit.changelog;

/**
 * How much is read from files that somebody else wrote. Immutable.
 *
 * @param largestFile bytes of one file
 * @param total bytes of all files together, each counted as often as it is read
 * @param depth how many files may include one another in a row
 */
public record FileLimits(long largestFile, long total, int depth) {

    private static final long MEBIBYTE = 1024L * 1024;

    /** 256 MiB a file, 2 GiB together, 100 deep. */
    public static final FileLimits STANDARD = new FileLimits(256 * MEBIBYTE, 2048 * MEBIBYTE, 100);

    public FileLimits {
        if (largestFile < 1 || total < 1 || depth < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
    }
}
