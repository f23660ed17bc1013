package io.godwit.dialect.sqlite;

/**
 * A version of SQLite, as far as forms depend on it. Immutable.
 *
 * @param minor the number after {@code 3.}
 */
record SqliteVersion(int minor) {

    static final SqliteVersion OLDEST = new SqliteVersion(37);

    /** {@code 3} alone means the newest 3. */
    static SqliteVersion of(String version) {
        String[] parts = version.split("\\.", -1);
        return new SqliteVersion(parts.length > 1 ? Integer.parseInt(parts[1]) : Integer.MAX_VALUE);
    }

    /** https://sqlite.org/releaselog/3_39_0.html. */
    boolean hasRightJoin() {
        return minor >= 39;
    }

    /** https://sqlite.org/releaselog/3_44_0.html. */
    boolean hasOrderedAggregates() {
        return minor >= 44;
    }

    /** The function concat: https://sqlite.org/releaselog/3_44_0.html; octet_length came before it. */
    boolean hasConcat() {
        return minor >= 44;
    }
}
