package io.godwit.dialect.sqlite;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType;
import io.godwit.dialect.ValueType.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes dates of their parts, and texts of dates by a pattern. */
final class MomentForms {

    /** Patterns whose every letter is one that SQLite's text of a moment holds. */
    private static final Pattern PART =
            Pattern.compile("\\G(?:(YYYY|MM|DD|HH24|MI|SS|MS|US)|([-/.:, _;]+)|\"([^\"\\\\]*)\")");

    private final SqliteFunctions functions;

    private MomentForms(SqliteFunctions functions) {
        this.functions = functions;
    }

    static void addTo(Map<String, SqliteFunctions.Form> forms, SqliteFunctions functions) {
        MomentForms moments = new MomentForms(functions);
        forms.put("make_date", MomentForms::date);
        forms.put("to_date", moments::read);
        forms.put("to_char", moments::written);
    }

    private static Term date(Call call) {
        String text = "printf('%04d-%02d-%02d', "
                + call.operands().stream().map(Term::sql).collect(Collectors.joining(", ")) + ")";
        String known = call.operands().stream()
                .map(operand -> operand.inside(Binding.COMPARISON) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        return Term.atom("CASE WHEN " + known + " THEN CASE WHEN date(" + text + ") = " + text + " THEN " + text
                + " ELSE " + Failure.of("there is no such day") + " END END");
    }

    private Term read(Call call) {
        if (!"YYYY-MM-DD".equals(call.operand(1).constant())) {
            throw Refusal.of("to_date() with another pattern", "SQLite reads ISO 8601 only", "'YYYY-MM-DD'");
        }
        String characters = call.operand(0).constant();
        return characters == null
                ? MomentText.date(call.operand(0))
                : functions.literal(characters, ValueType.of(Kind.DATE));
    }

    private Term written(Call call) {
        Term moment = call.operand(0);
        String pattern = call.operand(1).constant();
        if (pattern == null || !(moment.is(Kind.TIMESTAMP) || moment.is(Kind.DATE))) {
            throw Refusal.of(
                    "to_char() of " + CastForms.name(moment.type()) + ", or with a pattern that is no literal",
                    "SQLite has no such function",
                    "to_char(timestamp, 'YYYY-MM-DD HH24:MI:SS')");
        }
        String text = moment.is(Kind.DATE) ? TimeForms.midnight(moment).sql() : moment.sql();
        Matcher part = PART.matcher(pattern);
        List<String> parts = new ArrayList<>();
        int end = 0;
        while (part.find()) {
            parts.add(
                    part.group(1) == null
                            ? functions.text(part.group(2) == null ? part.group(3) : part.group(2))
                            : field(part.group(1), text));
            end = part.end();
        }
        if (end < pattern.length() || parts.isEmpty()) {
            throw Refusal.of(
                    "to_char() with the pattern '" + pattern + "'",
                    "SQLite has no such function",
                    "YYYY, MM, DD, HH24, MI, SS, MS and US between signs");
        }
        return parts.size() == 1 ? Term.atom(parts.get(0)) : Term.of(String.join(" || ", parts), Binding.OPERATOR);
    }

    private static String field(String field, String text) {
        int[] place = switch (field) {
            case "YYYY" -> new int[] {1, 4};
            case "MM" -> new int[] {6, 2};
            case "DD" -> new int[] {9, 2};
            case "HH24" -> new int[] {12, 2};
            case "MI" -> new int[] {15, 2};
            case "SS" -> new int[] {18, 2};
            case "MS" -> new int[] {21, 3};
            default -> new int[] {21, 6};
        };
        return "substr(" + text + ", " + place[0] + ", " + place[1] + ")";
    }
}
