package io.godwit.changelog;

import io.godwit.operation.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change as one engine gets it: operations, or else statements of the engine's own.
 *
 * @param operations null where statements say it
 * @param statements empty where operations say it, or there is nothing to do on the engine
 */
record ConvertedChange(@Nullable List<Operation> operations, List<String> statements) {

    static ConvertedChange of(List<Operation> operations) {
        return new ConvertedChange(List.copyOf(operations), List.of());
    }

    static ConvertedChange ofSql(List<String> statements) {
        return new ConvertedChange(null, List.copyOf(statements));
    }

    /** Whether one document can hold both: the statements of each engine stand beside each other. */
    boolean goesWith(ConvertedChange other) {
        List<Operation> mine = operations;
        return mine == null ? other.operations == null : mine.equals(other.operations);
    }
}
