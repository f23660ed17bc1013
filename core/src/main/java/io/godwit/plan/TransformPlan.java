package io.godwit.plan;

import io.godwit.dialect.Statement;
import io.godwit.migration.Transform;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The transform of a step, rendered. Immutable.
 *
 * @param transform what it is made of
 * @param statements as they would be if all rows were moved at once, for people; empty behind opaque SQL
 * @param entries what the history remembers of it, in the order in which it would be done; the last is about the rows
 * @param batches how it is cut, in words
 * @param check what the data can be asked about it; null if nothing
 * @param script all of it as statements; null if there are none without a program
 */
public record TransformPlan(
        Transform transform,
        List<Statement> statements,
        List<JournalEntry> entries,
        String batches,
        @Nullable TransformCheck check,
        @Nullable TransformScript script) {

    public TransformPlan {
        statements = List.copyOf(statements);
        entries = List.copyOf(entries);
    }
}
