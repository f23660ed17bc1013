package io.godwit.dialect.mysql;

import io.godwit.schema.Expression;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import io.godwit.schema.Trigger;
import io.godwit.schema.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the body of a trigger that {@link MySqlTrigger} wrote. */
final class TriggerBody {

    private final String body;

    /** @param body from BEGIN to END, as the catalog keeps it */
    TriggerBody(String body) {
        this.body = body;
    }

    /** The portable trigger; empty if it is none of ours. The bodies of all its events say the same, but for OLD. */
    Optional<Trigger> trigger(TableName table) {
        List<String> lines = body.lines().toList();
        if (lines.size() < 4 || !lines.get(1).startsWith(MySqlTrigger.MARK_START)) {
            return Optional.empty();
        }
        String mark = between(lines.get(1), MySqlTrigger.MARK_START, MySqlTrigger.MARK_END);
        int colon = mark.lastIndexOf(": ");
        String[] words = mark.substring(colon + 2).split(" ", 2);
        Map<Name, Value> set = new LinkedHashMap<>();
        Expression when = null;
        for (String part : parts(lines)) {
            if (part.startsWith(MySqlTrigger.WHEN_START)) {
                when = Expression.ofEngine(between(part, MySqlTrigger.WHEN_START, MySqlTrigger.WHEN_END));
            } else if (part.startsWith(MySqlTrigger.SET_START)) {
                assign(between(part, MySqlTrigger.SET_START, MySqlTrigger.SET_END), set);
            }
        }
        return Optional.of(trigger(Name.of(mark.substring(0, colon)), table, words, set, when));
    }

    /** Statements, each with all its lines: a text may hold line breaks. */
    private static List<String> parts(List<String> lines) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (String line : lines.subList(2, lines.size() - 1)) {
            part.append(part.isEmpty() ? "" : "\n").append(line);
            if (line.endsWith(MySqlTrigger.SET_END)
                    || line.endsWith(MySqlTrigger.WHEN_END)
                    || line.equals(MySqlTrigger.IF_END)) {
                parts.add(part.toString());
                part.setLength(0);
            }
        }
        return parts;
    }

    private static void assign(String assignment, Map<Name, Value> set) {
        int end = 1;
        while (assignment.startsWith("``", end) || assignment.charAt(end) != '`') {
            end += assignment.startsWith("``", end) ? 2 : 1;
        }
        String column = assignment.substring(1, end).replace("``", "`");
        set.put(Name.of(column), Expression.ofEngine(assignment.substring(end + " = ".length() + 1)));
    }

    private static Trigger trigger(
            Name name, TableName table, String[] words, Map<Name, Value> set, @Nullable Expression when) {
        Set<Trigger.Event> events = EnumSet.noneOf(Trigger.Event.class);
        for (String word : words[1].split(", ", -1)) {
            events.add(Trigger.Event.valueOf(word.toUpperCase(Locale.ROOT)));
        }
        return new Trigger(name, table, Trigger.Timing.valueOf(words[0].toUpperCase(Locale.ROOT)), events, set, when);
    }

    private static String between(String text, String start, String end) {
        return text.substring(start.length(), text.length() - end.length());
    }
}
