package io.godwit.dialect.sqlite;

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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the triggers of one table that {@link SqliteTrigger} wrote, those of one portable trigger together. */
final class TriggerReader {

    private static final String MARKER = "trigger ";

    private final TableName table;
    private final Map<Name, Trigger> triggers = new LinkedHashMap<>();

    TriggerReader(TableName table) {
        this.table = table;
    }

    /** The portable triggers, in the order in which their first part came. */
    List<Trigger> triggers() {
        return List.copyOf(triggers.values());
    }

    /** False if it is none of ours, and to be kept as it is. */
    boolean add(String sql) {
        try {
            Trigger trigger = read(sql);
            if (trigger == null) {
                return false;
            }
            triggers.putIfAbsent(trigger.name(), trigger);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private @Nullable Trigger read(String sql) {
        TokenReader reader = new TokenReader(sql);
        reader.until("FOR");
        String comment = reader.commentBefore();
        if (comment == null || !SqliteComment.read(comment).startsWith(MARKER)) {
            return null;
        }
        String marker = SqliteComment.read(comment).substring(MARKER.length());
        int colon = marker.lastIndexOf(": ");
        String[] words = marker.substring(colon + 2).split(" ", 2);
        if (colon < 0 || !reader.accept("FOR", "EACH", "ROW")) {
            return null;
        }
        Expression when = when(reader);
        reader.expect("BEGIN");
        reader.expect("UPDATE");
        reader.qualifiedName();
        reader.expect("SET");
        Map<Name, Value> set = assignments(reader);
        return new Trigger(Name.of(marker.substring(0, colon)), table, timing(words[0]), events(words[1]), set, when);
    }

    private static Trigger.Timing timing(String word) {
        return Trigger.Timing.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static Set<Trigger.Event> events(String words) {
        Set<Trigger.Event> events = EnumSet.noneOf(Trigger.Event.class);
        for (String word : words.split(", ", -1)) {
            events.add(Trigger.Event.valueOf(word.toUpperCase(Locale.ROOT)));
        }
        return events;
    }

    /** The author's condition stands in brackets; ours, after the comment, begins with NOT. */
    private static @Nullable Expression when(TokenReader reader) {
        if (!reader.accept("WHEN")) {
            return null;
        }
        Expression when = reader.is("(") ? Expression.ofEngine(EngineText.of(reader.bracketed())) : null;
        reader.until("BEGIN");
        return when;
    }

    private static Map<Name, Value> assignments(TokenReader reader) {
        Map<Name, Value> set = new LinkedHashMap<>();
        List<String> columns = new ArrayList<>();
        do {
            columns.add(reader.name());
            reader.expect("=");
            set.put(
                    Name.of(columns.get(columns.size() - 1)),
                    Expression.ofEngine(EngineText.of(reader.until(",", "WHERE"))));
        } while (reader.accept(","));
        return set;
    }
}
