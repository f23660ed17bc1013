package io.godwit.dialect.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What SHOW CREATE TABLE says, taken apart at its columns and keys. Immutable.
 *
 * @param head up to the opening parenthesis
 * @param elements columns, keys and constraints
 * @param tail from the closing parenthesis on: options and partitions
 */
record CreateTableText(String head, List<String> elements, String tail) {

    private static final String NAME = "CONSTRAINT `(?:[^`]|``)*` ";
    private static final Pattern FOREIGN_KEY = Pattern.compile(NAME + "FOREIGN KEY .*", Pattern.DOTALL);
    private static final Pattern CHECK = Pattern.compile(NAME + "CHECK .*", Pattern.DOTALL);

    static CreateTableText of(String shown) {
        int open = new QuotedScan(shown, 0).find("(");
        List<String> elements = new ArrayList<>();
        int start = open + 1;
        QuotedScan scan = new QuotedScan(shown, start);
        while (true) {
            int end = scan.find(",)");
            elements.add(shown.substring(start, end).strip());
            if (shown.charAt(end) == ')') {
                return new CreateTableText(shown.substring(0, open), elements, shown.substring(end));
            }
            start = end + 1;
        }
    }

    List<String> foreignKeys() {
        return elements.stream()
                .filter(element -> FOREIGN_KEY.matcher(element).matches())
                .toList();
    }

    List<String> checks() {
        return elements.stream()
                .filter(element -> CHECK.matcher(element).matches())
                .toList();
    }

    String withoutForeignKeys() {
        return with(elements.stream()
                .filter(element -> !FOREIGN_KEY.matcher(element).matches())
                .toList());
    }

    /** Without what has a name that no other table of the database may share. */
    String bare() {
        return with(elements.stream()
                .filter(element -> !FOREIGN_KEY.matcher(element).matches()
                        && !CHECK.matcher(element).matches())
                .toList());
    }

    private String with(List<String> kept) {
        return head + "(\n  " + String.join(",\n  ", kept) + "\n" + tail;
    }
}
