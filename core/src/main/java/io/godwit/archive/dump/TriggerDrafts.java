package io.godwit.archive.dump;

import io.godwit.operation.CreateTrigger;
import io.godwit.schema.Column;
import io.godwit.schema.Expression;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.Trigger;
import io.godwit.schema.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the triggers again that set columns. For one thread. */
final class TriggerDrafts {

    private final UniversalWords words;
    private final KnownDocuments documents;
    private final DraftedPieces pieces;

    TriggerDrafts(UniversalWords words, KnownDocuments documents, DraftedPieces pieces) {
        this.words = words;
        this.documents = documents;
        this.pieces = pieces;
    }

    void draft(Table table) {
        for (Trigger trigger : table.triggers()) {
            String of = table.name().toString();
            String what = "the trigger " + trigger.name();
            Optional<Trigger> universal = universal(table, trigger, documents.trigger(table.name(), trigger.name()));
            if (universal.isPresent()) {
                pieces.optional("triggers", of, what, new CreateTrigger(universal.get()), pieces.all());
            } else {
                pieces.own(of, what, new CreateTrigger(trigger));
            }
        }
    }

    private Optional<Trigger> universal(Table table, Trigger trigger, @Nullable Trigger said) {
        List<Name> names = new ArrayList<>();
        table.columns().forEach(column -> names.add(column.name()));
        Map<Name, Value> set = new LinkedHashMap<>();
        for (Map.Entry<Name, Value> entry : trigger.set().entrySet()) {
            Value before = said == null ? null : said.set().get(entry.getKey());
            Optional<Value> value = value(table, entry, before, names);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            set.put(entry.getKey(), value.get());
        }
        Expression when = trigger.when();
        if (when == null) {
            return Optional.of(
                    new Trigger(trigger.name(), trigger.table(), trigger.timing(), trigger.events(), set, null));
        }
        return words.condition(when, said == null ? null : said.when(), table.name(), names)
                .map(condition -> new Trigger(
                        trigger.name(), trigger.table(), trigger.timing(), trigger.events(), set, condition));
    }

    private Optional<Value> value(Table table, Map.Entry<Name, Value> entry, @Nullable Value before, List<Name> names) {
        if (!(entry.getValue() instanceof Expression expression)) {
            return Optional.of(entry.getValue());
        }
        Optional<Column> column = table.column(entry.getKey());
        Expression said = before instanceof Expression text ? text : null;
        return column.isEmpty()
                ? Optional.empty()
                : words.value(expression, said, column.get().type(), table.name(), names)
                        .map(Value.class::cast);
    }
}
