package io.godwit.schema;

import java.util.ArrayList;
import java.util.List;

/** The written form of a {@link TableName} in documents. */
final class TableNameText {

    private final String text;
    private int at;

    private TableNameText(String text) {
        this.text = text;
    }

    static TableName parse(String text) {
        List<Name> parts = new TableNameText(text).parts();
        return switch (parts.size()) {
            case 1 -> new TableName(null, parts.get(0));
            case 2 -> new TableName(parts.get(0), parts.get(1));
            default ->
                throw new IllegalArgumentException("'" + text + "' has " + parts.size()
                        + " parts; write table or schema.table, and quote a part that holds a dot");
        };
    }

    static String write(TableName name) {
        return name.schema().map(schema -> part(schema) + ".").orElse("") + part(name.name());
    }

    private static String part(Name name) {
        String text = name.text();
        return text.indexOf('.') < 0 && text.indexOf('"') < 0 ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private List<Name> parts() {
        List<Name> parts = new ArrayList<>();
        do {
            parts.add(Name.of(at < text.length() && text.charAt(at) == '"' ? quoted() : bare()));
        } while (skipped('.'));
        if (at < text.length()) {
            throw new IllegalArgumentException("'" + text + "' goes on after a quoted name; a dot must stand between");
        }
        if (text.endsWith(".")) {
            throw new IllegalArgumentException("'" + text + "' ends with a dot");
        }
        return parts;
    }

    private boolean skipped(char character) {
        boolean found = at < text.length() && text.charAt(at) == character;
        at += found ? 1 : 0;
        return found;
    }

    private String bare() {
        int start = at;
        while (at < text.length() && text.charAt(at) != '.') {
            if (text.charAt(at++) == '"') {
                throw new IllegalArgumentException(
                        "'" + text + "' has a quote inside a name; write that name quoted, with the quote doubled");
            }
        }
        return text.substring(start, at);
    }

    private String quoted() {
        StringBuilder name = new StringBuilder();
        for (at++; at < text.length(); at++) {
            if (text.charAt(at) == '"') {
                at++;
                if (at >= text.length() || text.charAt(at) != '"') {
                    return name.toString();
                }
            }
            name.append(text.charAt(at));
        }
        throw new IllegalArgumentException("'" + text + "' has a quote that is not closed");
    }
}
