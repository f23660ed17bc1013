package io.godwit.compare;

import io.godwit.plan.Plan;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What would bring the migrations there to those here, as far as migrations tell. Immutable.
 *
 * @param kind what is done there
 * @param commands what to say to the command line of Godwit about the database there, without its address
 * @param plan made for the database there as it is now; null if it cannot be told
 * @param reason why there is no plan; empty if there is one
 */
public record Way(
        Kind kind, List<String> commands, @Nullable Plan plan, String reason) {

    /** What is done. */
    public enum Kind {
        /** Takes back what only the database there has. */
        ROLLBACK,
        /** Applies what only the database here has. */
        MIGRATE;

        @Override
        public String toString() {
            return this == ROLLBACK ? "rollback" : "migrate";
        }
    }

    public Way {
        commands = List.copyOf(commands);
        Objects.requireNonNull(reason, "reason");
    }
}
