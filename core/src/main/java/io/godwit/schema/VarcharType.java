package io.godwit.schema;

/**
 * Characters up to a limit.
 *
 * @param length the most code points a value may have, from 1 to 65535
 */
public record VarcharType(int length) implements ColumnType {

    public VarcharType {
        if (length < 1 || length > 65_535) {
            throw new IllegalArgumentException(
                    "the length of varchar must be between 1 and 65535; beyond that write text");
        }
    }

    @Override
    public <R> R accept(ColumnTypeVisitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public String toString() {
        return "varchar(" + length + ")";
    }
}
