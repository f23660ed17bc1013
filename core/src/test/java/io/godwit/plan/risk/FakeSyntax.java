package io.godwit.plan.risk;

import io.godwit.dialect.StandardSyntax;
import io.godwit.schema.ArrayType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.EnumType;
import io.godwit.schema.NativeType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.VarcharType;
import io.godwit.schema.VectorType;

/** Writes types as documents do. */
final class FakeSyntax extends StandardSyntax {

    @Override
    public String visit(SimpleType type) {
        return type.toString();
    }

    @Override
    public String visit(VarcharType type) {
        return type.toString();
    }

    @Override
    public String visit(DecimalType type) {
        return type.toString();
    }

    @Override
    public String visit(EnumType type) {
        return type.toString();
    }

    @Override
    public String visit(ArrayType type) {
        return type.toString();
    }

    @Override
    public String visit(VectorType type) {
        return type.toString();
    }

    @Override
    public String visit(NativeType type) {
        return type.toString();
    }
}
