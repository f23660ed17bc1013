package io.godwit.format;

import io.godwit.schema.Expression;
import io.godwit.schema.Language;
import io.godwit.schema.Literal;
import io.godwit.schema.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Values: a JSON literal, or {@code {"expression": universal SQL}}.
 *
 * <p>The history also knows {@code {"expression": text, "language": "engine"}}, and wraps an object that would be taken for either
 * as {@code {"literal": object}}.
 */
final class ValueForm {

    private static final String EXPRESSION = "expression";
    private static final String LANGUAGE = "language";
    private static final String LITERAL = "literal";
    private static final String ENGINE = "engine";

    static final PartReader<Value> VALUE = ValueForm::read;
    static final PartReader<Literal> LITERAL_VALUE = ValueForm::literal;

    private ValueForm() {}

    static Part<Value> read(Input input) {
        if (!(input.node() instanceof JsonObject object)) {
            return Part.of(literal(input.node()));
        }
        if (object.hasOnly(EXPRESSION)) {
            return expression(new Input(object.fields().get(EXPRESSION), input.reading()));
        }
        if (input.reading().isForHistory() && object.hasOnly(EXPRESSION, LANGUAGE)) {
            return Part.of(Expression.ofEngine(text(object.fields().get(EXPRESSION))));
        }
        return Part.of(unwrapped(input));
    }

    /** A literal only. */
    static Part<Literal> literal(Input input) {
        return Part.of(unwrapped(input));
    }

    private static Literal unwrapped(Input input) {
        return input.reading().isForHistory() && input.node() instanceof JsonObject object && object.hasOnly(LITERAL)
                ? literal(object.fields().get(LITERAL))
                : literal(input.node());
    }

    private static Part<Value> expression(Input input) {
        Part<Expression> expression = SqlTextForm.expression(input);
        return expression.orNull() == null ? Part.nothing() : Part.of(expression.get());
    }

    private static String text(JsonNode node) {
        return node instanceof JsonString string ? string.value() : JsonText.compact(node);
    }

    private static Literal literal(JsonNode node) {
        if (node instanceof JsonString string) {
            return Literal.of(string.value());
        }
        if (node instanceof JsonNumber number) {
            return new Literal(Literal.Kind.NUMBER, number.text());
        }
        if (node instanceof JsonFlag flag) {
            return Literal.of(flag.value());
        }
        return node instanceof JsonNull ? Literal.NULL : Literal.ofJson(JsonText.compact(node));
    }

    static JsonNode write(Value value, Audience audience) {
        if (value instanceof Literal literal) {
            return write(literal, audience);
        }
        Expression expression = (Expression) value;
        JsonNode sql = SqlTextForm.sql(expression.text(), audience);
        if (expression.language() == Language.UNIVERSAL) {
            return JsonObject.of(EXPRESSION, sql);
        }
        SqlTextForm.refuseForAuthors(expression.text(), audience);
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        fields.put(EXPRESSION, sql);
        fields.put(LANGUAGE, JsonString.of(ENGINE));
        return JsonObject.of(fields);
    }

    /** A literal where no expression can stand. */
    static JsonNode writeLiteral(Literal literal, Audience audience) {
        JsonNode node = plain(literal);
        boolean ambiguous =
                audience != Audience.AUTHORS && node instanceof JsonObject object && object.hasOnly(LITERAL);
        return ambiguous ? JsonObject.of(LITERAL, node) : node;
    }

    private static JsonNode write(Literal literal, Audience audience) {
        JsonNode node = plain(literal);
        if (!(node instanceof JsonObject object)) {
            return node;
        }
        if (audience == Audience.AUTHORS) {
            if (object.hasOnly(EXPRESSION)) {
                throw new IllegalArgumentException(
                        "a JSON value whose only key is 'expression' has no form in documents; it would be read as SQL");
            }
            return object;
        }
        boolean ambiguous =
                object.hasOnly(EXPRESSION) || object.hasOnly(EXPRESSION, LANGUAGE) || object.hasOnly(LITERAL);
        return ambiguous ? JsonObject.of(LITERAL, object) : object;
    }

    private static JsonNode plain(Literal literal) {
        return switch (literal.kind()) {
            case NULL -> JsonNull.INSTANCE;
            case BOOLEAN -> JsonFlag.of(literal.text().equals("true"));
            case NUMBER -> JsonNumber.of(literal.text());
            case TEXT -> JsonString.of(literal.text());
            case JSON -> JsonDocument.parse(literal.text());
        };
    }

    /** Wraps a literal so that the history takes it for nothing else. */
    static JsonNode wrapped(Literal literal) {
        return JsonObject.of(LITERAL, plain(literal));
    }
}
