package io.godwit.plan;

import java.util.List;

/**
 * What the history remembers of a migration's run: its steps in the order in which they ran. Immutable.
 *
 * @param steps the steps
 */
public record Journal(List<JournalStep> steps) {

    public Journal {
        steps = List.copyOf(steps);
    }

    /** Compact JSON; {@link #parse} reads it back. */
    @Override
    public String toString() {
        return new JournalWriter().write(this);
    }

    /** Reads what {@link #toString()} wrote. */
    public static Journal parse(String text) {
        return new JournalReader(text).read();
    }
}
