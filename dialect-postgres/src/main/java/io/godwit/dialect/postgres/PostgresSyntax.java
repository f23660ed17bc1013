package io.godwit.dialect.postgres;

import io.godwit.dialect.FunctionForms;
import io.godwit.dialect.StandardSyntax;
import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.schema.ArrayType;
import io.godwit.schema.CharType;
import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.EnumType;
import io.godwit.schema.Literal;
import io.godwit.schema.NativeType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.VarcharType;
import io.godwit.schema.VectorType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's names, literals and types. Stateless and thread-safe. */
final class PostgresSyntax extends StandardSyntax {

    private final FunctionForms functions = new PostgresFunctions(this);

    @Override
    public FunctionForms functions() {
        return functions;
    }

    /** A backslash is safe in an escape string alone: standard_conforming_strings may be off in the session that runs it. */
    @Override
    public String text(String characters) {
        if (characters.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a text with the character NUL (U+0000) cannot be kept in PostgreSQL");
        }
        return characters.indexOf('\\') < 0
                ? super.text(characters)
                : "E" + super.text(characters.replace("\\", "\\\\"));
    }

    @Override
    public String literal(Literal literal, @Nullable ColumnType type) {
        return literal.isNull() || type == null
                ? super.literal(literal, type)
                : type.accept(new PostgresLiteral(literal, this));
    }

    @Override
    public String visit(SimpleType type) {
        return switch (type) {
            case UUID -> "uuid";
            case BOOLEAN -> "boolean";
            case SMALLINT -> "smallint";
            case INTEGER -> "integer";
            case BIGINT -> "bigint";
            case REAL -> "real";
            case DOUBLE -> "double precision";
            case TEXT -> "text";
            case BYTES -> "bytea";
            case DATE -> "date";
            case TIME -> "time";
            case TIMESTAMP -> "timestamp";
            case TIMESTAMPTZ -> "timestamptz";
            case JSON -> "jsonb";
        };
    }

    @Override
    public String visit(VarcharType type) {
        return "varchar(" + type.length() + ")";
    }

    @Override
    public String visit(CharType type) {
        return "char(" + type.length() + ")";
    }

    @Override
    public String visit(DecimalType type) {
        return "numeric(" + type.precision() + ", " + type.scale() + ")";
    }

    /** Wide enough for the longest value; the check that goes with it is {@link PostgresEnum}. */
    @Override
    public String visit(EnumType type) {
        int longest = type.values().stream()
                .mapToInt(value -> value.codePointCount(0, value.length()))
                .max()
                .orElse(1);
        return "varchar(" + longest + ")";
    }

    @Override
    public String visit(ArrayType type) {
        return type(type.element()) + "[]";
    }

    @Override
    public String visit(VectorType type) {
        return "vector(" + type.dimensions() + ")";
    }

    @Override
    public String visit(NativeType type) {
        Map<String, String> types = type.types();
        String own = types.getOrDefault(PostgresDialect.ENGINE, types.get("postgres"));
        if (own != null) {
            return own;
        }
        String universal = types.get("universal");
        if (universal == null) {
            throw new UnsupportedByDialectException(new Unsupported(
                    PostgresDialect.ENGINE,
                    "the type " + type,
                    "it names no type for this engine",
                    "add the key \"postgresql\" or \"universal\""));
        }
        return type(ColumnType.parse(universal));
    }
}
