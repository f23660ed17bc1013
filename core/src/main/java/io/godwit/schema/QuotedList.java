package io.godwit.schema;

import java.util.ArrayList;
import java.util.List;

/** Reads {@code 'a','it''s',b}: values apart by commas, in single quotes where they hold a comma, a quote or a bracket. */
final class QuotedList {

    private final String text;
    private int at;

    QuotedList(String text) {
        this.text = text;
    }

    List<String> values() {
        List<String> values = new ArrayList<>();
        do {
            skipBlanks();
            values.add(at < text.length() && text.charAt(at) == '\'' ? quoted() : bare());
            skipBlanks();
        } while (skippedComma());
        if (at < text.length()) {
            throw new IllegalArgumentException("'" + text + "' lacks a comma between two values");
        }
        return values;
    }

    private boolean skippedComma() {
        boolean found = at < text.length() && text.charAt(at) == ',';
        at += found ? 1 : 0;
        return found;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private String bare() {
        int comma = text.indexOf(',', at);
        int end = comma < 0 ? text.length() : comma;
        String value = text.substring(at, end).strip();
        at = end;
        if (value.isEmpty() || value.indexOf('\'') >= 0) {
            throw new IllegalArgumentException("'" + value + "' must be written in single quotes, with quotes doubled");
        }
        return value;
    }

    private String quoted() {
        StringBuilder value = new StringBuilder();
        for (at++; at < text.length(); at++) {
            if (text.charAt(at) == '\'') {
                at++;
                if (at >= text.length() || text.charAt(at) != '\'') {
                    return value.toString();
                }
            }
            value.append(text.charAt(at));
        }
        throw new IllegalArgumentException("'" + text + "' has a quote that is not closed");
    }
}
