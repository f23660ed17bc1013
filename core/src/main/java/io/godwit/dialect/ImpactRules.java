package io.godwit.dialect;

import io.godwit.operation.Operation;
import java.util.Optional;

/**
 * What operations cost on a table that holds rows and is in use. Stateless and thread-safe.
 *
 * <p>{@link StandardImpact} is careful; an engine overrides what it does better, or worse.
 */
public interface ImpactRules {

    /**
     * What the operation does to those who use the table.
     *
     * @param before the schema before the operation; what it does not know is taken as bad
     */
    Impact of(Operation operation, SchemaView before);

    /** The engine's own gentler way to the same end, in words for people; empty if there is none. */
    default Optional<String> gentler(Operation operation) {
        return Optional.empty();
    }
}
