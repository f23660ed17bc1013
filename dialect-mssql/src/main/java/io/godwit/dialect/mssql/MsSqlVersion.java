package io.godwit.dialect.mssql;

import java.util.Map;

/**
 * A version of SQL Server. Immutable.
 *
 * @param major as the server tells it: 14 is SQL Server 2017
 */
record MsSqlVersion(int major) {

    static final MsSqlVersion OLDEST = new MsSqlVersion(14);

    private static final MsSqlVersion NEWEST = new MsSqlVersion(17);
    private static final Map<String, Integer> YEARS = Map.of("2017", 14, "2019", 15, "2022", 16, "2025", 17);

    /**
     * Reads a year or a major version, with whatever follows it.
     *
     * @param version empty for the newest that is known
     * @throws IllegalArgumentException if it is none, or too old
     */
    static MsSqlVersion parse(String version) {
        String first = version.strip().split("[. ]", -1)[0];
        if (first.isEmpty()) {
            return NEWEST;
        }
        int major = YEARS.getOrDefault(first, first.matches("[0-9]{2}") ? Integer.parseInt(first) : 0);
        if (major < OLDEST.major()) {
            throw new IllegalArgumentException(
                    "SQL Server " + version + " is not supported: one of 2017, 2019, 2022 and 2025");
        }
        return new MsSqlVersion(major);
    }

    boolean atLeast(int other) {
        return major >= other;
    }

    /** By year, as people say it. */
    @Override
    public String toString() {
        return YEARS.entrySet().stream()
                .filter(year -> year.getValue() == major)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Integer.toString(major));
    }
}
