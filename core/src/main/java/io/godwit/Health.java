package io.godwit;

import io.godwit.engine.LockState;
import io.godwit.history.AppliedMigration;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the version state of a database is at one moment. Immutable; what could not be asked is empty.
 *
 * @param state the worst of what was found
 * @param connected whether the database answered
 * @param engine the engine's name; empty if it did not
 * @param applied how many migrations are wholly applied
 * @param lastApplied the migration that was applied last; null if none is
 * @param pending ids of what is given and not applied
 * @param partial ids of what stopped half-way, or is under way
 * @param drift what is other than the migrations left it: documents that were edited since, objects that are missing or were added
 * @param lock whether a run is under way
 * @param packageGeneration whether SQL packages of Liquibase changelogs can be made: liquibase-core is on the class path
 * @param reasons why the state is not {@link State#HEALTHY}, the worst first; in words
 * @param timings how long each check took, in the order in which they were made
 */
public record Health(
        State state,
        boolean connected,
        String engine,
        int applied,
        @Nullable AppliedMigration lastApplied,
        List<String> pending,
        List<String> partial,
        List<String> drift,
        LockState lock,
        boolean packageGeneration,
        List<String> reasons,
        Map<String, Duration> timings) {

    /** How well all is. */
    public enum State {
        /** All that is given is applied, and nothing stands against the next run. */
        HEALTHY,
        /** It works, and somebody should know: something is pending, or the schema is other than the migrations left it. */
        DEGRADED,
        /** No run would get through: the database does not answer, or something is to be repaired. */
        UNHEALTHY
    }

    public Health {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(lock, "lock");
        pending = List.copyOf(pending);
        partial = List.copyOf(partial);
        drift = List.copyOf(drift);
        reasons = List.copyOf(reasons);
        timings = Collections.unmodifiableMap(new LinkedHashMap<>(timings));
    }

    /** The migration that was applied last. */
    public Optional<AppliedMigration> last() {
        return Optional.ofNullable(lastApplied);
    }
}
