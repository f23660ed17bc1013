package io.godwit.engine;

import java.util.Objects;

/**
 * One way out, and what it would do. Immutable.
 *
 * @param way which
 * @param effect what the database and the history look like afterwards, in a sentence
 */
public record RepairOption(RepairWay way, String effect) {

    public RepairOption {
        Objects.requireNonNull(way, "way");
        Objects.requireNonNull(effect, "effect");
    }
}
