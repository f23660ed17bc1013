package io.godwit.changelog;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What rows of Flyway's history come to, one after the other: what ran, and was not taken back. For one thread. */
final class FlywayRows {

    private final Map<String, FlywayRow> standing = new LinkedHashMap<>();
    private Optional<List<BigInteger>> start = Optional.empty();

    /** The next row, in the order of their ranks. */
    void add(FlywayRow row) {
        if (row.type().equals("SCHEMA")) {
            return;
        }
        standing.remove(row.subject());
        if (row.type().equals("BASELINE")) {
            start = Optional.of(row.numbers());
        } else if (!row.type().equals("DELETE") && !row.type().startsWith("UNDO")) {
            standing.put(row.subject(), row);
        }
    }

    /** What ran, in the order in which it did. */
    List<FlywayRow> standing() {
        return List.copyOf(standing.values());
    }

    /** The version that the database was taken to have when Flyway came to it; empty if it was empty. */
    Optional<List<BigInteger>> start() {
        return start;
    }

    /** The newest version that ran, or that the database was taken to have. */
    Optional<List<BigInteger>> newest() {
        return Stream.concat(
                        start.stream(),
                        standing.values().stream().map(FlywayRow::numbers).filter(version -> !version.isEmpty()))
                .max(FlywayName.ORDER);
    }
}
