package io.godwit.plan;

import io.godwit.schema.ArrayType;
import io.godwit.schema.CharType;
import io.godwit.schema.ColumnTypeVisitor;
import io.godwit.schema.DecimalType;
import io.godwit.schema.EnumType;
import io.godwit.schema.Literal;
import io.godwit.schema.NativeType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.TimeType;
import io.godwit.schema.Value;
import io.godwit.schema.VarcharType;
import io.godwit.schema.VectorType;
import java.util.Collections;

/** A value that says nothing, for rows of a column that came back without its values. */
final class NeutralValue implements ColumnTypeVisitor<Value> {

    @Override
    public Value visit(SimpleType type) {
        return switch (type) {
            case UUID -> Literal.of("00000000-0000-0000-0000-000000000000");
            case BOOLEAN -> Literal.of(false);
            case SMALLINT, INTEGER, BIGINT, REAL, DOUBLE -> Literal.of(0);
            case TEXT -> Literal.of("");
            case BYTES -> Literal.of("\\x");
            case DATE -> Literal.of("1970-01-01");
            case TIME -> Literal.of("00:00:00");
            case TIMESTAMP -> Literal.of("1970-01-01T00:00:00");
            case TIMESTAMPTZ -> Literal.of("1970-01-01T00:00:00Z");
            case JSON -> Literal.ofJson("{}");
        };
    }

    @Override
    public Value visit(VarcharType type) {
        return Literal.of("");
    }

    @Override
    public Value visit(CharType type) {
        return Literal.of("");
    }

    @Override
    public Value visit(TimeType type) {
        return visit(type.kind());
    }

    @Override
    public Value visit(DecimalType type) {
        return Literal.of(0);
    }

    @Override
    public Value visit(EnumType type) {
        return Literal.of(type.values().get(0));
    }

    @Override
    public Value visit(ArrayType type) {
        return Literal.ofJson("[]");
    }

    @Override
    public Value visit(VectorType type) {
        return Literal.ofJson("[" + String.join(",", Collections.nCopies(type.dimensions(), "0")) + "]");
    }

    @Override
    public Value visit(NativeType type) {
        return Literal.of("");
    }
}
