package io.godwit.engine;

import io.godwit.schema.TableName;
import java.time.Duration;
import java.util.Objects;

/**
 * What a transform did. Immutable.
 *
 * @param migration whose step it is
 * @param step the step's id
 * @param target the table that the rows went to
 * @param read rows of the source, in this run and in those that it went on with
 * @param written rows that were added or changed
 * @param rejected rows that were left out; {@code godwit_rejected} says which and why
 * @param warned rows that break a rule that only warns
 * @param duration how long it took in this run
 */
public record MovedRows(
        String migration,
        String step,
        TableName target,
        long read,
        long written,
        long rejected,
        long warned,
        Duration duration) {

    public MovedRows {
        Objects.requireNonNull(migration, "migration");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(duration, "duration");
    }
}
