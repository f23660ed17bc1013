package io.godwit.universal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code to_date} and {@code to_timestamp} of a text with a literal pattern: the fields, cut out of their places and cast as
 * ISO 8601. A text that has not all digits of the pattern in their places fails, though PostgreSQL reads many.
 */
record MomentPattern(Node.FunctionCall call, Translation translation) {

    private static final Pattern PART = Pattern.compile("\\G(?:(YYYY|MM|DD|HH24|MI|SS|MS|US"
            + "|yyyy|mm|dd|hh24|mi|ss|ms|us)(?!TH|th|SP|sp)|([-/.:, _;()]+)|\"([^\"\\\\]*)\")");

    private static final Map<String, Integer> WIDTHS =
            Map.of("YYYY", 4, "MM", 2, "DD", 2, "HH24", 2, "MI", 2, "SS", 2, "MS", 3, "US", 6);

    String template() {
        String pattern = DerivedFunctions.text(call.arguments().get(1));
        if (pattern == null) {
            throw refused("a pattern that is no literal");
        }
        Map<String, String> fields = new HashMap<>();
        StringBuilder shape = new StringBuilder();
        Matcher part = PART.matcher(pattern);
        int end = 0;
        int place = 1;
        while (part.find()) {
            end = part.end();
            if (part.group(1) == null) {
                String sign = part.group(2) == null ? part.group(3) : part.group(2);
                shape.append(sign.replaceAll("[_%\\\\]", "_"));
                place += sign.codePointCount(0, sign.length());
                continue;
            }
            String field = part.group(1).toUpperCase(Locale.ROOT);
            int width = WIDTHS.getOrDefault(field, 0);
            if (fields.put(field, "substring(a0 from " + place + " for " + width + ")") != null) {
                throw refused("the pattern '" + pattern + "', which has " + field + " twice");
            }
            shape.append("_".repeat(width));
            place += width;
        }
        if (end < pattern.length() || !fields.containsKey("YYYY")) {
            throw refused("the pattern '" + pattern + "'");
        }
        return read(fields, shape.toString());
    }

    private String read(Map<String, String> fields, String shape) {
        boolean date = call.name().equals("to_date");
        String day = fields.get("YYYY") + " || '-' || " + fields.getOrDefault("MM", "'01'") + " || '-' || "
                + fields.getOrDefault("DD", "'01'");
        String clock = " || ' ' || " + fields.getOrDefault("HH24", "'00'") + " || ':' || "
                + fields.getOrDefault("MI", "'00'") + " || ':' || " + fields.getOrDefault("SS", "'00'") + " || '.' || "
                + fields.getOrDefault("US", fields.getOrDefault("MS", "'0'"));
        String text = "(CASE WHEN a0 LIKE '" + shape.replace("'", "''") + "' THEN " + day + (date ? "" : clock)
                + " ELSE '!' || a0 END)";
        return date ? text + "::date" : text + "::timestamp AT TIME ZONE 'UTC'";
    }

    private RuntimeException refused(String what) {
        return translation.unsupported(
                call.at(),
                call.name() + "() with " + what,
                "it has no form that gives PostgreSQL's answer",
                "a literal of YYYY, MM, DD, HH24, MI, SS, MS and US, YYYY among them, between signs");
    }
}
