package io.godwit.schema;

/**
 * A list of values of one type; JSON on engines without arrays.
 *
 * @param element the type of each value; not an array, a vector or a native type
 */
public record ArrayType(ColumnType element) implements ColumnType {

    public ArrayType {
        if (element instanceof ArrayType || element instanceof VectorType || element instanceof NativeType) {
            throw new IllegalArgumentException("an array cannot hold " + element);
        }
    }

    @Override
    public <R> R accept(ColumnTypeVisitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public String toString() {
        return "array(" + element + ")";
    }
}
