package io.godwit.dialect.mssql;

import io.godwit.dialect.StandardLiteral;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Literal;
import io.godwit.schema.NativeType;
import java.math.BigDecimal;

/** One literal as a value of a type. */
final class MsSqlLiteral extends StandardLiteral {

    private final MsSqlSyntax own;

    MsSqlLiteral(Literal literal, MsSqlSyntax syntax) {
        super(literal, syntax);
        this.own = syntax;
    }

    @Override
    protected StandardLiteral of(Literal element) {
        return new MsSqlLiteral(element, own);
    }

    /** Always with an exponent, which makes it a FLOAT: decimals have 38 digits at most. */
    @Override
    protected String floating(BigDecimal number) {
        BigDecimal digits = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return digits.unscaledValue() + "E" + -digits.scale();
    }

    @Override
    protected String bytes(String hexadecimal) {
        return "0x" + hexadecimal;
    }

    @Override
    public String visit(NativeType type) {
        ColumnType meaning = MsSqlNative.meaning(type);
        return meaning instanceof NativeType ? untyped() : meaning.accept(this);
    }
}
