package io.godwit.universal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code json @> '…'} in words that every engine has: a question for each key of the literal, and {@code ?} for each text in a list of
 * it. What is in the literal besides is left to the engine.
 */
final class Containment {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final String NO = " ELSE false END";

    private Containment() {}

    /** Null if the operation is another, or its literal holds more. */
    static @Nullable Node plain(Node.Operation operation) {
        boolean mirrored = operation.name().equals("<@");
        if (!mirrored && !operation.name().equals("@>")) {
            return null;
        }
        String literal = literal(operation.operands().get(mirrored ? 0 : 1));
        String asked = literal == null ? null : whole(literal);
        Node json = operation.operands().get(mirrored ? 1 : 0);
        return asked == null
                ? null
                : Template.of("CASE WHEN a IS NOT NULL THEN " + asked + " END")
                        .filled(operation.at(), Map.of("a", json));
    }

    private static @Nullable String literal(Node node) {
        return node instanceof Node.Conversion conversion
                        && conversion.type().written().equalsIgnoreCase("jsonb")
                ? literal(conversion.operand())
                : DerivedFunctions.text(node);
    }

    private static @Nullable String whole(String literal) {
        try (JsonParser parser = FACTORY.createParser(literal)) {
            JsonToken first = parser.nextToken();
            String asked = first == JsonToken.VALUE_STRING
                    ? "CASE WHEN jsonb_typeof(a) IN ('array', 'string') THEN a ? " + quoted(parser.getText()) + NO
                    : first == JsonToken.START_OBJECT || first == JsonToken.START_ARRAY ? asked(parser, "a", "") : null;
            return parser.nextToken() == null ? asked : null;
        } catch (IOException notJson) {
            return null;
        }
    }

    /**
     * Whether a part has what the parser stands at.
     *
     * @param part the part as JSON
     * @param text the part as a text
     */
    private static @Nullable String asked(JsonParser parser, String part, String text) throws IOException {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser, part);
            case START_ARRAY -> list(parser, part);
            case VALUE_STRING -> typed(part, "string", text + " = " + quoted(parser.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                typed(
                        part,
                        "number",
                        "(" + text + ")::numeric = " + parser.getDecimalValue().toPlainString());
            case VALUE_TRUE, VALUE_FALSE -> typed(part, "boolean", text + " = " + quoted(parser.getText()));
            case VALUE_NULL -> typed(part, "null", "true");
            default -> null;
        };
    }

    private static @Nullable String object(JsonParser parser, String part) throws IOException {
        List<String> asked = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = quoted(parser.currentName());
            parser.nextToken();
            String one = asked(parser, "(" + part + " -> " + key + ")", part + " ->> " + key);
            if (one == null) {
                return null;
            }
            asked.add(one);
        }
        return typed(part, "object", asked.isEmpty() ? "true" : String.join(" AND ", asked));
    }

    private static @Nullable String list(JsonParser parser, String part) throws IOException {
        List<String> asked = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return null;
            }
            asked.add(part + " ? " + quoted(parser.getText()));
        }
        return typed(part, "array", asked.isEmpty() ? "true" : String.join(" AND ", asked));
    }

    private static String typed(String part, String type, String condition) {
        return "CASE WHEN jsonb_typeof(" + part + ") = '" + type + "' THEN " + condition + NO;
    }

    private static String quoted(String characters) {
        return DerivedFunctions.quoted(characters);
    }
}
