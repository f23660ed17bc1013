package io.godwit.schema;

/**
 * An exact number.
 *
 * @param precision all digits, from 1 to 38 (what every engine can hold)
 * @param scale digits after the point, from 0 to {@code precision}
 */
public record DecimalType(int precision, int scale) implements ColumnType {

    public DecimalType {
        if (precision < 1 || precision > 38) {
            throw new IllegalArgumentException("the precision of decimal must be between 1 and 38");
        }
        if (scale < 0 || scale > precision) {
            throw new IllegalArgumentException("the scale of decimal must be between 0 and its precision");
        }
    }

    @Override
    public <R> R accept(ColumnTypeVisitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public String toString() {
        return "decimal(" + precision + "," + scale + ")";
    }
}
