package io.godwit.operation;

import java.util.Objects;

/**
 * Runs SQL text, of an engine's own flavour or universal. Immutable.
 *
 * @param text the text for each engine
 */
public record Sql(EngineSql text) implements Operation {

    public Sql {
        Objects.requireNonNull(text, "text");
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
