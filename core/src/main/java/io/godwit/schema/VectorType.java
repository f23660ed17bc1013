package io.godwit.schema;

/**
 * An embedding.
 *
 * @param dimensions how many numbers a value has, from 1 to 16000
 */
public record VectorType(int dimensions) implements ColumnType {

    public VectorType {
        if (dimensions < 1 || dimensions > 16_000) {
            throw new IllegalArgumentException("the dimensions of vector must be between 1 and 16000");
        }
    }

    @Override
    public <R> R accept(ColumnTypeVisitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public String toString() {
        return "vector(" + dimensions + ")";
    }
}
