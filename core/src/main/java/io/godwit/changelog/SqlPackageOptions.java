package io.godwit.changelog;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * What a self-contained SQL file says of itself and of its run. Immutable.
 *
 * @param actor who runs it, for the history
 * @param at when, for the history: an audit trail is a chain of hashes, so that the time is settled when the file is made
 * @param keepsFindings whether the file is also written where something of it can only be a preview, and says so at its top
 */
public record SqlPackageOptions(String actor, Instant at, boolean keepsFindings) {

    public SqlPackageOptions {
        Objects.requireNonNull(actor, "actor");
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }
}
