package io.godwit.migration;

import java.util.List;
import java.util.Objects;

/** How a migration is taken back. */
public sealed interface Down {

    /** From the inverses of the operations of {@code up}. */
    record Derived() implements Down {}

    /**
     * By steps that the author wrote; they run only as a whole, after the whole of {@code up}.
     *
     * @param steps at least one
     */
    record Explicit(List<Step> steps) implements Down {
        public Explicit {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Not at all.
     *
     * @param reason why, for people
     */
    record Irreversible(String reason) implements Down {
        public Irreversible {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
