package io.godwit.dialect.sqlite;

import io.godwit.dialect.SqlSyntax;
import io.godwit.dialect.StandardLiteral;
import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.Literal;
import io.godwit.schema.NativeType;
import java.math.BigDecimal;

/** One literal in the one form in which SQLite is to keep it. */
final class SqliteLiteral extends StandardLiteral {

    SqliteLiteral(Literal literal, SqlSyntax syntax) {
        super(literal, syntax);
    }

    @Override
    protected StandardLiteral of(Literal element) {
        return new SqliteLiteral(element, syntax());
    }

    @Override
    public String visit(NativeType type) {
        ColumnType meaning = SqliteNative.meaning(type);
        return meaning instanceof NativeType ? untyped() : meaning.accept(this);
    }

    @Override
    protected String decimal(DecimalType type, BigDecimal number) {
        String rounded = super.decimal(type, number);
        return SqliteDecimal.isExact(type) ? syntax().text(rounded) : rounded;
    }

    @Override
    protected String special(ColumnType type) {
        return switch (literal().text()) {
            case "Infinity" -> "9e999";
            case "-Infinity" -> "-9e999";
            default -> throw wrong(type, "SQLite keeps NaN as NULL");
        };
    }
}
