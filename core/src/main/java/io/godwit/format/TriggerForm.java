package io.godwit.format;

import io.godwit.operation.Row;
import io.godwit.schema.Expression;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import io.godwit.schema.Trigger;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/** A trigger: the keys of {@code createTrigger}. */
final class TriggerForm {

    private TriggerForm() {}

    static Part<Trigger> read(ObjectReader in) {
        Part<Name> name = in.required("name", NameForm.NAME);
        Part<TableName> table = in.required("table", NameForm.TABLE);
        Part<Trigger.Timing> timing = in.requiredChoice("timing", Trigger.Timing.values());
        Part<List<Trigger.Event>> events =
                in.required("events", input -> input.items(event -> event.choice(Trigger.Event.values())));
        Part<Row> set = in.required("set", RowForm::read);
        Part<Expression> when = in.optional("when", SqlTextForm.EXPRESSION);
        return in.complete()
                ? Part.of(new Trigger(
                        name.get(),
                        table.get(),
                        timing.get(),
                        EnumSet.copyOf(events.get()),
                        set.get().values(),
                        when.orNull()))
                : Part.nothing();
    }

    static ObjectWriter write(Trigger trigger, ObjectWriter out) {
        Audience audience = out.audience();
        return out.text("name", trigger.name())
                .text("table", trigger.table())
                .text("timing", written(trigger.timing()))
                .list("events", List.copyOf(trigger.events()), event -> JsonString.of(written(event)))
                .node("set", RowForm.write(new Row(trigger.set()), audience))
                .expression("when", trigger.when());
    }

    static String written(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
