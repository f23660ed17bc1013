package io.godwit.transfer.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.godwit.format.JsonFault;
import io.godwit.schema.Literal;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Values of JSON as they are written: numbers keep their digits. Stateless and thread-safe. */
final class JsonValues {

    private static final int DEEPEST = 100;
    private static final int LONGEST_NUMBER = 1000;
    private static final int LONGEST_KEY = 10_000;
    private static final int LONGEST_TEXT = 64 * 1024 * 1024;

    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxNameLength(LONGEST_KEY)
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    /** For rows that have the same names again and again; a name that comes twice is found here, not by the parser, which takes longer. */
    static final JsonFactory LINES = FACTORY.rebuild()
            .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .build();

    private JsonValues() {}

    /** What the parser says, in one line. */
    static String words(JsonProcessingException fault) {
        return "this is not well-formed JSON: " + JsonFault.words(fault.getOriginalMessage());
    }

    /** A row: an object's fields, or else one field. */
    static RowObject row(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return object(parser);
        }
        RowObject row = new RowObject();
        row.put(FileRow.VALUE, literal(parser));
        return row;
    }

    private static RowObject object(JsonParser parser) throws IOException {
        RowObject object = new RowObject();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            boolean isNew = parser.currentToken() == JsonToken.START_OBJECT
                    ? object.put(name, object(parser))
                    : object.put(name, literal(parser));
            if (!isNew) {
                throw twice(parser, name);
            }
        }
        return object;
    }

    private static JsonParseException twice(JsonParser parser, String name) {
        return new JsonParseException(parser, "Duplicate field '" + name + "'");
    }

    /** A scalar, or a list as JSON. */
    static Literal literal(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> Literal.NULL;
            case VALUE_TRUE -> Literal.of(true);
            case VALUE_FALSE -> Literal.of(false);
            case VALUE_STRING -> Literal.of(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Literal(Literal.Kind.NUMBER, parser.getText());
            default -> {
                StringBuilder json = new StringBuilder();
                append(parser, json);
                yield Literal.ofJson(json.toString());
            }
        };
    }

    private static void append(JsonParser parser, StringBuilder json) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_ARRAY) {
            json.append('[');
            for (String separator = ""; parser.nextToken() != JsonToken.END_ARRAY; separator = ",") {
                append(parser, json.append(separator));
            }
            json.append(']');
        } else if (token == JsonToken.START_OBJECT) {
            json.append('{');
            Set<String> names = new HashSet<>();
            for (String separator = ""; parser.nextToken() != JsonToken.END_OBJECT; separator = ",") {
                if (!names.add(parser.currentName())) {
                    throw twice(parser, parser.currentName());
                }
                quote(parser.currentName(), json.append(separator));
                parser.nextToken();
                append(parser, json.append(':'));
            }
            json.append('}');
        } else {
            append(literal(parser), json);
        }
    }

    static void append(Literal value, StringBuilder json) {
        if (value.kind() == Literal.Kind.TEXT) {
            quote(value.text(), json);
        } else {
            json.append(value.text());
        }
    }

    static void quote(String text, StringBuilder json) {
        json.append('"')
                .append(JsonStringEncoder.getInstance().quoteAsString(text))
                .append('"');
    }
}
