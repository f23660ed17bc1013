package io.godwit.dialect.postgres;

/**
 * A major version of PostgreSQL, which alone decides what the SQL may be.
 *
 * @param major such as 17
 */
record PostgresVersion(int major) {

    static final PostgresVersion OLDEST = new PostgresVersion(12);
    static final PostgresVersion NEWEST = new PostgresVersion(18);

    /** @throws IllegalArgumentException if the text begins with no number, or one that is too old or too new */
    static PostgresVersion parse(String text) {
        if (text.isBlank()) {
            return NEWEST;
        }
        String stripped = text.strip();
        int end = 0;
        while (end < stripped.length() && Character.isDigit(stripped.charAt(end))) {
            end++;
        }
        int major = end == 0 || end > 4 ? 0 : Integer.parseInt(stripped.substring(0, end));
        if (major < OLDEST.major || major > NEWEST.major) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no version of PostgreSQL that Godwit renders for: " + OLDEST + " to " + NEWEST);
        }
        return new PostgresVersion(major);
    }

    boolean atLeast(int other) {
        return major >= other;
    }

    @Override
    public String toString() {
        return Integer.toString(major);
    }
}
