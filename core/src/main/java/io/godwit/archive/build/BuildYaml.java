package io.godwit.archive.build;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes maps, lists, texts, numbers and booleans as YAML 1.2 in blocks. A text is quoted unless it begins with a letter, has nothing that marks
 * anything, and is no word that a reader of YAML 1.1 or 1.2 takes for something else. For one use.
 */
final class BuildYaml {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_./()+-]*(?: [A-Za-z0-9_./()+-]+)*");

    /** https://yaml.org/type/bool.html and null.html: YAML 1.1 knows more words than 1.2. */
    private static final Set<String> WORDS = Set.of("y", "n", "yes", "no", "true", "false", "on", "off", "null");

    private final StringBuilder text = new StringBuilder();

    String text(Map<String, Object> tree) {
        members(tree, 0, "");
        return text.toString();
    }

    /** @param first what stands before the first member in the place of its indent; empty for the indent itself */
    private void members(Map<?, ?> object, int depth, String first) {
        String lead = first.isEmpty() ? indent(depth) : first;
        for (Map.Entry<?, ?> member : object.entrySet()) {
            text.append(lead).append(scalar(member.getKey())).append(':');
            value(member.getValue(), depth);
            lead = indent(depth);
        }
    }

    private void value(Object value, int depth) {
        if (value instanceof Map<?, ?> object && !object.isEmpty()) {
            text.append('\n');
            members(object, depth + 1, "");
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            text.append('\n');
            list.forEach(item -> item(item, depth + 1));
        } else {
            text.append(' ').append(scalar(value)).append('\n');
        }
    }

    private void item(Object item, int depth) {
        if (item instanceof Map<?, ?> object && !object.isEmpty()) {
            members(object, depth + 1, indent(depth) + "- ");
        } else {
            text.append(indent(depth)).append('-');
            value(item, depth);
        }
    }

    private static String indent(int depth) {
        return "  ".repeat(depth);
    }

    private static String scalar(Object value) {
        if (value instanceof String words) {
            boolean plain = PLAIN.matcher(words).matches() && !WORDS.contains(words.toLowerCase(Locale.ROOT));
            return plain ? words : quoted(words);
        }
        if (value instanceof Map) {
            return "{}";
        }
        return value instanceof List ? "[]" : value.toString();
    }

    /** With the escapes that JSON has too; what YAML does not print is escaped. */
    private static String quoted(String words) {
        StringBuilder quoted = new StringBuilder("\"");
        words.codePoints().forEach(character -> {
            switch (character) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                default -> {
                    if (isPrinted(character)) {
                        quoted.appendCodePoint(character);
                    } else {
                        quoted.append(String.format(Locale.ROOT, "\\u%04x", character));
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }

    /** https://yaml.org/spec/1.2.2/#51-character-set, without the breaks of lines that YAML 1.1 has. */
    private static boolean isPrinted(int character) {
        return (character >= 0x20 && character < 0x7f)
                || (character >= 0xa0 && character <= 0xd7ff && character != 0x2028 && character != 0x2029)
                || (character >= 0xe000 && character <= 0xfffd && character != 0xfeff)
                || character >= 0x10000;
    }
}
