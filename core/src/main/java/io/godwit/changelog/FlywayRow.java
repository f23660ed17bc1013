package io.godwit.changelog;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of Flyway's history. Immutable.
 *
 * @param version as Flyway writes it; null for what is repeated
 * @param type what ran: {@code SQL}, {@code BASELINE}, …
 * @param checksum null if Flyway kept none
 */
record FlywayRow(
        @Nullable String version,
        String description,
        String type,
        String script,
        @Nullable Integer checksum,
        boolean success) {

    /** What it is about: a row about the same thing takes the place of an earlier one. */
    String subject() {
        return version == null ? "R " + description : "V " + numbers();
    }

    /** Its version; none for what is repeated. */
    List<BigInteger> numbers() {
        return version == null ? List.of() : FlywayName.numbers(version);
    }

    /** Whether its text is in a script of the folder. */
    boolean isScript() {
        return type.equals("SQL") || type.equals("SQL_BASELINE");
    }
}
