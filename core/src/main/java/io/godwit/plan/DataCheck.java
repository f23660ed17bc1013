package io.godwit.plan;

import java.util.Objects;

/**
 * A question to the data that settles how much a finding matters. Immutable.
 *
 * @param sql one SELECT in the engine's own SQL; its one value counts what stands against the change
 * @param found what the finding weighs if something does
 * @param clear what it weighs if nothing does
 */
public record DataCheck(String sql, Severity found, Severity clear) {

    public DataCheck {
        Objects.requireNonNull(sql, "sql");
        Objects.requireNonNull(found, "found");
        Objects.requireNonNull(clear, "clear");
    }
}
