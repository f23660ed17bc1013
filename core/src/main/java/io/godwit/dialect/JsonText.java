package io.godwit.dialect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.godwit.schema.Literal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a literal means to a column of JSON, of an array or of a vector, on every engine alike. Immutable.
 *
 * @param json one well-formed JSON value
 */
public record JsonText(String json) {

    private static final JsonFactory FACTORY = new JsonFactory();

    /**
     * The JSON value that a literal stands for: a text that is a JSON object or array is that; any other text is a JSON string.
     *
     * @throws IllegalArgumentException if a literal that calls itself JSON is none
     */
    public static JsonText of(Literal literal) {
        String text = literal.text();
        return switch (literal.kind()) {
            case NULL, BOOLEAN, NUMBER -> new JsonText(text);
            case JSON -> {
                if (!isWhole(text)) {
                    throw new IllegalArgumentException("'" + text + "' is not JSON");
                }
                yield new JsonText(text);
            }
            case TEXT -> {
                String stripped = text.strip();
                boolean structure = stripped.startsWith("{") || stripped.startsWith("[");
                yield new JsonText(structure && isWhole(stripped) ? stripped : quoted(text));
            }
        };
    }

    /**
     * The elements of an array as literals; objects and arrays in it as JSON.
     *
     * @throws IllegalArgumentException if this is no array
     */
    public List<Literal> elements() {
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new IllegalArgumentException("'" + json + "' is not a JSON array");
            }
            List<Literal> elements = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(element(parser));
            }
            return elements;
        } catch (IOException e) {
            throw new IllegalArgumentException("'" + json + "' is not JSON", e);
        }
    }

    private Literal element(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> Literal.NULL;
            case VALUE_TRUE -> Literal.of(true);
            case VALUE_FALSE -> Literal.of(false);
            case VALUE_STRING -> Literal.of(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Literal(Literal.Kind.NUMBER, parser.getText());
            default -> {
                int start = Math.toIntExact(parser.currentTokenLocation().getCharOffset());
                parser.skipChildren();
                int end = Math.toIntExact(parser.currentLocation().getCharOffset());
                yield Literal.ofJson(json.substring(start, end));
            }
        };
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    private static boolean isWhole(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            return parser.currentToken() != null && parser.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return json;
    }
}
