package io.godwit.schema;

/**
 * A time or moment whose seconds keep fewer than six digits after the point; a value with more is rounded when it is stored.
 *
 * @param kind {@link SimpleType#TIME}, {@link SimpleType#TIMESTAMP} or {@link SimpleType#TIMESTAMPTZ}
 * @param digits how many, from 0 to 5; six is the kind by itself
 */
public record TimeType(SimpleType kind, int digits) implements ColumnType {

    public static final int MOST_DIGITS = 6;

    public TimeType {
        if (kind != SimpleType.TIME && kind != SimpleType.TIMESTAMP && kind != SimpleType.TIMESTAMPTZ) {
            throw new IllegalArgumentException("'" + kind + "' has no seconds");
        }
        if (digits < 0 || digits >= MOST_DIGITS) {
            throw new IllegalArgumentException("the seconds of " + kind + " keep 0 to 6 digits");
        }
    }

    /** The kind with so many digits, from 0 to 6. */
    public static ColumnType of(SimpleType kind, int digits) {
        return digits == MOST_DIGITS ? kind : new TimeType(kind, digits);
    }

    @Override
    public ColumnType plain() {
        return kind;
    }

    @Override
    public <R> R accept(ColumnTypeVisitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public String toString() {
        return kind + "(" + digits + ")";
    }
}
