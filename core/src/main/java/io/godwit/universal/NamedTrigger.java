package io.godwit.universal;

import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.Trigger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The name of a trigger of one table. PostgreSQL lets every table have a trigger of one name; other engines do not. */
final class NamedTrigger {

    private final Reading reading;
    private final TableName table;

    NamedTrigger(Reading reading, TableName table) {
        this.reading = reading;
        this.table = table;
    }

    /** The name for a new trigger: the author's own, behind the table's where another table has it already. */
    Name free(Name wanted) {
        for (Table other : reading.schema().tables()) {
            boolean taken = other.triggers().stream().map(Trigger::name).anyMatch(wanted::equals);
            if (taken && !other.name().equals(table)) {
                Name name = behindTable(wanted);
                reading.note("trigger " + wanted + " of " + table + " is named " + name
                        + ": another table has one of that name");
                return name;
            }
        }
        return wanted;
    }

    /** The name under which the table has the trigger; null if it has none. */
    @Nullable
    Name known(Name written) {
        List<Name> names = reading.schema().table(table).map(Table::triggers).orElse(List.of()).stream()
                .map(Trigger::name)
                .toList();
        if (names.contains(written)) {
            return written;
        }
        Name other = behindTable(written);
        return names.contains(other) ? other : null;
    }

    private Name behindTable(Name name) {
        return reading.dialect().naming().fit(table.folded() + "_" + name);
    }
}
