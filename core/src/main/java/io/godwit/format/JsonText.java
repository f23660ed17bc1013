package io.godwit.format;

import java.util.Map;

/** Writes JSON without a blank in it. */
final class JsonText {

    private JsonText() {}

    static String compact(JsonNode node) {
        StringBuilder out = new StringBuilder(256);
        write(node, out);
        return out.toString();
    }

    private static void write(JsonNode node, StringBuilder out) {
        if (node instanceof JsonObject object) {
            char separator = '{';
            for (Map.Entry<String, JsonNode> field : object.fields().entrySet()) {
                quote(field.getKey(), out.append(separator));
                write(field.getValue(), out.append(':'));
                separator = ',';
            }
            out.append(separator == '{' ? "{}" : "}");
        } else if (node instanceof JsonArray array) {
            char separator = '[';
            for (JsonNode item : array.items()) {
                write(item, out.append(separator));
                separator = ',';
            }
            out.append(separator == '[' ? "[]" : "]");
        } else {
            scalar(node, out);
        }
    }

    static void scalar(JsonNode node, StringBuilder out) {
        if (node instanceof JsonString string) {
            quote(string.value(), out);
        } else if (node instanceof JsonNumber number) {
            out.append(number.text());
        } else if (node instanceof JsonFlag flag) {
            out.append(flag.value());
        } else {
            out.append("null");
        }
    }

    /** Escapes what JSON must have escaped, and the two line ends that end a line of JavaScript. */
    static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            switch (character) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (character < ' ' || character == '\u2028' || character == '\u2029' || character == 0x7f) {
                        escape(character, out);
                    } else {
                        out.append(character);
                    }
                }
            }
        }
        out.append('"');
    }

    private static void escape(char character, StringBuilder out) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(Character.forDigit(character >> shift & 0xf, 16));
        }
    }
}
