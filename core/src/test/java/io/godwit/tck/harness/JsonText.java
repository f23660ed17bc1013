package io.godwit.tck.harness;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** JSON whose form does not depend on the engine that stored it: keys sorted, numbers in plain digits. */
final class JsonText {

    private final String text;

    JsonText(String text) {
        this.text = text;
    }

    String canonical() {
        return write(value());
    }

    List<?> list() {
        return value() instanceof List<?> list ? list : List.of(text);
    }

    private @Nullable Object value() {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            parser.nextToken();
            return read(parser);
        } catch (IOException e) {
            throw new UncheckedIOException("the database gave back what is no JSON: " + text, e);
        }
    }

    private static @Nullable Object read(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> readObject(parser);
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(read(parser));
                }
                yield list;
            }
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> parser.getDecimalValue();
        };
    }

    private static Map<String, @Nullable Object> readObject(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> map = new TreeMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            map.put(key, read(parser));
        }
        return map;
    }

    private static String write(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            List<String> entries = new ArrayList<>();
            map.forEach((key, held) -> entries.add("\"" + key + "\":" + write(held)));
            return "{" + String.join(",", entries) + "}";
        } else if (value instanceof List<?> list) {
            List<String> entries = new ArrayList<>();
            list.forEach(held -> entries.add(write(held)));
            return "[" + String.join(",", entries) + "]";
        }
        return value instanceof String string ? "\"" + string + "\"" : String.valueOf(value);
    }
}
