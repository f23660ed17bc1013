package io.godwit.format;

import java.util.Map;

/** Prints JSON for people: what fits in a line and does not nest deep stays in one. */
final class PrettyJson {

    private static final int LINE = 110;
    private static final int DEEPEST_IN_LINE = 2;

    private final StringBuilder out = new StringBuilder(1024);

    String print(JsonNode node) {
        print(node, 0);
        return out.append('\n').toString();
    }

    private void print(JsonNode node, int indent) {
        int start = out.length();
        int lineStart = out.lastIndexOf("\n", start) + 1;
        if (!isDeep(node, DEEPEST_IN_LINE)) {
            inLine(node);
            if (out.length() - lineStart <= LINE) {
                return;
            }
            out.setLength(start);
        }
        if (node instanceof JsonObject object && !object.fields().isEmpty()) {
            object(object, indent + 2);
        } else if (node instanceof JsonArray array && !array.items().isEmpty()) {
            array(array, indent + 2);
        } else {
            inLine(node);
        }
    }

    private void object(JsonObject object, int indent) {
        String separator = "{";
        for (Map.Entry<String, JsonNode> field : object.fields().entrySet()) {
            newLine(separator, indent);
            JsonText.quote(field.getKey(), out);
            out.append(": ");
            print(field.getValue(), indent);
            separator = ",";
        }
        newLine("", indent - 2);
        out.append('}');
    }

    private void array(JsonArray array, int indent) {
        String separator = "[";
        for (JsonNode item : array.items()) {
            newLine(separator, indent);
            print(item, indent);
            separator = ",";
        }
        newLine("", indent - 2);
        out.append(']');
    }

    private void newLine(String before, int indent) {
        out.append(before).append('\n').append(" ".repeat(indent));
    }

    private static boolean isDeep(JsonNode node, int levels) {
        if (node instanceof JsonObject object) {
            return levels == 0 || object.fields().values().stream().anyMatch(value -> isDeep(value, levels - 1));
        }
        return node instanceof JsonArray array
                && (levels == 0 || array.items().stream().anyMatch(item -> isDeep(item, levels - 1)));
    }

    private void inLine(JsonNode node) {
        String separator = "";
        if (node instanceof JsonObject object) {
            out.append('{');
            for (Map.Entry<String, JsonNode> field : object.fields().entrySet()) {
                JsonText.quote(field.getKey(), out.append(separator));
                out.append(": ");
                inLine(field.getValue());
                separator = ", ";
            }
            out.append('}');
        } else if (node instanceof JsonArray array) {
            out.append('[');
            for (JsonNode item : array.items()) {
                out.append(separator);
                inLine(item);
                separator = ", ";
            }
            out.append(']');
        } else {
            JsonText.scalar(node, out);
        }
    }
}
