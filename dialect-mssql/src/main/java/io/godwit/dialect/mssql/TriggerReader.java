package io.godwit.dialect.mssql;

import io.godwit.schema.Expression;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import io.godwit.schema.Trigger;
import io.godwit.schema.Value;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads back what {@link MsSqlTrigger} wrote. */
final class TriggerReader {

    private static final Pattern MARKER = Pattern.compile("/\\* godwit trigger: (before|after) ([a-z, ]+) \\*/");
    private static final Pattern SET =
            Pattern.compile("(?s)/\\* set \\*/ \\[((?:[^\\]]|\\]\\])*)\\] = /\\* to \\*/ (.*?) /\\* end \\*/");
    private static final Pattern WHEN = Pattern.compile("(?s)/\\* when \\*/ (.*?) /\\* end \\*/");

    private TriggerReader() {}

    /** The portable trigger; empty if the text is another's. */
    static Optional<Trigger> read(Name name, TableName table, String definition) {
        Matcher marker = MARKER.matcher(definition);
        if (!marker.find()) {
            return Optional.empty();
        }
        Set<Trigger.Event> events = EnumSet.noneOf(Trigger.Event.class);
        for (String event : marker.group(2).split(", ", -1)) {
            events.add(Trigger.Event.valueOf(event.strip().toUpperCase(Locale.ROOT)));
        }
        Map<Name, Value> set = new LinkedHashMap<>();
        Matcher assignment = SET.matcher(definition);
        while (assignment.find()) {
            set.put(Name.of(assignment.group(1).replace("]]", "]")), Expression.ofEngine(assignment.group(2)));
        }
        Matcher when = WHEN.matcher(definition);
        Trigger.Timing timing = Trigger.Timing.valueOf(marker.group(1).toUpperCase(Locale.ROOT));
        return Optional.of(
                new Trigger(name, table, timing, events, set, when.find() ? Expression.ofEngine(when.group(1)) : null));
    }
}
