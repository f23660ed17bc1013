package io.godwit.schema;

/** One method a kind of type, so that a dialect cannot forget one. */
public interface ColumnTypeVisitor<R> {

    R visit(SimpleType type);

    R visit(VarcharType type);

    R visit(CharType type);

    R visit(TimeType type);

    R visit(DecimalType type);

    R visit(EnumType type);

    R visit(ArrayType type);

    R visit(VectorType type);

    R visit(NativeType type);
}
