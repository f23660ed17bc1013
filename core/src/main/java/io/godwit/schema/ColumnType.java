package io.godwit.schema;

/**
 * A portable type, as documents write it; each dialect maps it to one of its engine's types.
 *
 * <p>{@code toString()} gives the written form and {@link #parse} reads it back. Immutable.
 */
public sealed interface ColumnType
        permits ArrayType, CharType, DecimalType, EnumType, NativeType, SimpleType, TimeType, VarcharType, VectorType {

    <R> R accept(ColumnTypeVisitor<R> visitor);

    /** The same without a limit to the digits of its seconds: {@code timestamp} for {@code timestamp(3)}. */
    default ColumnType plain() {
        return this;
    }

    /**
     * Reads a written type, such as {@code varchar(200)}, {@code decimal(12,2)}, {@code enum('a','b')} or {@code array(text)}.
     *
     * @throws IllegalArgumentException with what to write instead, if the text is no portable type
     */
    static ColumnType parse(String text) {
        return new ColumnTypeText(text).parse();
    }
}
