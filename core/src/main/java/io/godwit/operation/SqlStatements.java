package io.godwit.operation;

import io.godwit.schema.Position;
import java.util.List;
import java.util.Objects;

/**
 * Statements that are never split. Equal when the statements are.
 *
 * @param statements one statement an entry; empty means: nothing to do on this engine
 * @param position where the list stands in its document
 */
public record SqlStatements(List<String> statements, Position position) implements SqlSource {

    public SqlStatements {
        statements = List.copyOf(statements);
        Objects.requireNonNull(position, "position");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SqlStatements that && statements.equals(that.statements);
    }

    @Override
    public int hashCode() {
        return statements.hashCode();
    }
}
