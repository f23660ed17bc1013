package io.godwit.dialect.postgres;

import io.godwit.dialect.JsonText;
import io.godwit.schema.ArrayType;
import io.godwit.schema.CharType;
import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.EnumType;
import io.godwit.schema.Expression;
import io.godwit.schema.Literal;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Value;
import io.godwit.schema.VarcharType;
import io.godwit.schema.VectorType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a default, as the server writes it, back into the literal that it came from; anything else stays the server's expression.
 *
 * @param text such as {@code 'new'::character varying}
 * @param type the column's type
 */
record CatalogDefault(String text, ColumnType type) {

    /** Null for a default that says NULL. */
    @Nullable
    Value value() {
        if (text.equals("NULL") || text.startsWith("NULL::")) {
            return null;
        }
        return literal().map(Value.class::cast).orElseGet(() -> Expression.ofEngine(text));
    }

    private Optional<Literal> literal() {
        if (type == SimpleType.BOOLEAN && (text.equals("true") || text.equals("false"))) {
            return Optional.of(Literal.of(text.equals("true")));
        }
        if (type instanceof ArrayType array) {
            return array(array);
        }
        Optional<String> string = new SqlTokens(text).castString();
        return isNumber() ? number(string.orElse(text)) : string.flatMap(this::fromString);
    }

    private Optional<Literal> fromString(String string) {
        if (type == SimpleType.JSON) {
            Literal inside = new JsonText("[" + string + "]").elements().get(0);
            return Optional.of(inside.kind() == Literal.Kind.JSON ? Literal.ofJson(compact(inside.text())) : inside);
        }
        if (type instanceof VectorType) {
            return Optional.of(Literal.ofJson(string));
        }
        boolean textual = type.plain() instanceof SimpleType
                || type instanceof VarcharType
                || type instanceof CharType
                || type instanceof EnumType;
        return textual ? Optional.of(Literal.of(string)) : Optional.empty();
    }

    private boolean isNumber() {
        return type instanceof DecimalType
                || (type instanceof SimpleType simple
                        && switch (simple) {
                            case SMALLINT, INTEGER, BIGINT, REAL, DOUBLE -> true;
                            default -> false;
                        });
    }

    private static Optional<Literal> number(String digits) {
        String bare = digits.startsWith("(") && digits.contains(")::")
                ? digits.substring(1, digits.indexOf(")::"))
                : digits.contains("::") ? digits.substring(0, digits.indexOf("::")) : digits;
        try {
            new BigDecimal(bare);
            return Optional.of(new Literal(Literal.Kind.NUMBER, bare));
        } catch (NumberFormatException e) {
            return switch (bare) {
                case "NaN", "Infinity", "-Infinity" -> Optional.of(Literal.of(bare));
                default -> Optional.empty();
            };
        }
    }

    private Optional<Literal> array(ArrayType array) {
        Optional<List<String>> elements = new SqlTokens(text).castArray();
        if (elements.isEmpty()) {
            return new SqlTokens(text).castString().filter("{}"::equals).map(empty -> Literal.ofJson("[]"));
        }
        List<String> json = new ArrayList<>();
        for (String element : elements.get()) {
            Value value = new CatalogDefault(element, array.element()).value();
            if (value instanceof Expression) {
                return Optional.empty();
            }
            json.add(value instanceof Literal literal ? JsonText.of(literal).json() : "null");
        }
        return Optional.of(Literal.ofJson(json.stream().collect(Collectors.joining(",", "[", "]"))));
    }

    /** Without the blanks that jsonb writes. */
    private static String compact(String json) {
        StringBuilder compact = new StringBuilder();
        boolean inString = false;
        for (int at = 0; at < json.length(); at++) {
            char c = json.charAt(at);
            if (inString && c == '\\') {
                compact.append(c).append(json.charAt(++at));
                continue;
            }
            if (c == '"') {
                inString = !inString;
            }
            if (inString || !Character.isWhitespace(c)) {
                compact.append(c);
            }
        }
        return compact.toString();
    }
}
