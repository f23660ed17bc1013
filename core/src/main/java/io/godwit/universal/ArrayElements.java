package io.godwit.universal;

import io.godwit.universal.Node.Constant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The elements of an array that is written out: {@code ARRAY[…]}, or a literal such as {@code '{a,"b c"}'::text[]}. */
final class ArrayElements {

    private static final String LIST = "[]";

    private ArrayElements() {}

    /** Null if the node is no such array. */
    static @Nullable List<Node> of(Node node) {
        if (node instanceof Node.Brackets brackets) {
            return of(brackets.inner());
        }
        if (node instanceof Node.ArrayOf array) {
            return array.elements();
        }
        if (node instanceof Constant constant && constant.kind() == Constant.Kind.TEXT) {
            return literal(constant);
        }
        if (node instanceof Node.Conversion conversion) {
            List<Node> elements = of(conversion.operand());
            String written = conversion.type().written();
            return elements == null || !written.endsWith(LIST) ? null : converted(elements, conversion);
        }
        return null;
    }

    private static @Nullable List<Node> converted(List<Node> elements, Node.Conversion conversion) {
        String written = conversion.type().written();
        TypeText type = TypeText.of(conversion.type().at(), written.substring(0, written.length() - LIST.length()));
        List<Node> converted = new ArrayList<>();
        elements.forEach(element -> converted.add(new Node.Conversion(element.at(), element, type)));
        return converted;
    }

    /** Braces around elements, which need quotes if they hold a comma, a brace, a blank or nothing. */
    private static @Nullable List<Node> literal(Constant constant) {
        String text = constant.value().strip();
        if (text.length() < 2 || !text.startsWith("{") || !text.endsWith("}")) {
            return null;
        }
        List<Node> elements = new ArrayList<>();
        StringBuilder element = new StringBuilder();
        boolean quoted = false;
        boolean wasQuoted = false;
        for (int at = 1; at < text.length(); at++) {
            char character = text.charAt(at);
            if (quoted && character == '\\') {
                element.append(text.charAt(++at));
            } else if (character == '"') {
                quoted = !quoted;
                wasQuoted = true;
            } else if (!quoted && character == '{') {
                return null;
            } else if (!quoted && (character == ',' || at == text.length() - 1)) {
                if (text.length() > 2) {
                    elements.add(element(constant.at(), element.toString(), wasQuoted));
                }
                element.setLength(0);
                wasQuoted = false;
            } else {
                element.append(character);
            }
        }
        return quoted ? null : elements;
    }

    private static Node element(int at, String text, boolean quoted) {
        String value = quoted ? text : text.strip();
        return !quoted && value.equalsIgnoreCase("null")
                ? new Constant(at, Constant.Kind.NULL, "")
                : new Constant(at, Constant.Kind.TEXT, value);
    }
}
