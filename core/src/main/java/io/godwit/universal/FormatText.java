package io.godwit.universal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code format('%s of %s', a, b)} with a literal pattern, as concat: both write values alike and NULL as nothing. */
record FormatText(Node.FunctionCall call, Translation translation) {

    private static final Pattern PART = Pattern.compile("\\G(?:%(?:([1-9][0-9]?)\\$)?([sL%])|([^%]+))");

    String template() {
        String pattern = call.arguments().isEmpty()
                ? null
                : DerivedFunctions.text(call.arguments().get(0));
        List<String> parts = new ArrayList<>();
        Matcher part = PART.matcher(pattern == null ? "" : pattern);
        int end = 0;
        int next = 1;
        while (part.find()) {
            end = part.end();
            String kind = part.group(2);
            if (kind == null || kind.equals("%")) {
                parts.add(DerivedFunctions.quoted(kind == null ? part.group(3) : "%"));
            } else {
                int index = part.group(1) == null ? next : Integer.parseInt(part.group(1));
                next = index + 1;
                parts.add(value(index, kind));
            }
        }
        if (pattern == null || end < pattern.length()) {
            throw translation.unsupported(
                    call.at(),
                    "format() with a pattern that is no literal, or holds more than %s, %L and %%",
                    "it has no form that gives PostgreSQL's answer",
                    "||, concat() or lpad()");
        }
        parts.add("''");
        return "concat(" + String.join(", ", parts) + ")";
    }

    private String value(int index, String kind) {
        if (index >= call.arguments().size()) {
            throw translation.source().invalid(call.at(), "format() has too few arguments for its pattern");
        }
        String name = DerivedFunctions.name(index);
        return kind.equals("s") ? name : "quote_nullable(" + name + ")";
    }
}
