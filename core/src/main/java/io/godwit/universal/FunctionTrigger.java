package io.godwit.universal;

import io.godwit.dialect.SchemaView;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import io.godwit.schema.Trigger;

/**
 * A portable trigger that was made of a function.
 *
 * @param trigger what was made
 * @param source the statement that made it
 */
record FunctionTrigger(Trigger trigger, Source source) {

    TableName table() {
        return trigger.table();
    }

    Name name() {
        return trigger.name();
    }

    /** Whether the table has it; offline, where that is not known, it has. */
    boolean isThere(SchemaView schema) {
        return schema.table(table())
                .map(known -> known.triggers().stream().map(Trigger::name).anyMatch(name()::equals))
                .orElse(!schema.complete());
    }
}
