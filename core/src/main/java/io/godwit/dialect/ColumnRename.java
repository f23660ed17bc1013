package io.godwit.dialect;

import io.godwit.schema.Check;
import io.godwit.schema.Column;
import io.godwit.schema.Expression;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Generated;
import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.Table;
import io.godwit.schema.Trigger;
import io.godwit.schema.UniqueKey;
import io.godwit.schema.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table with one column under another name, in its keys, indexes and expressions too. */
final class ColumnRename {

    private final Table table;
    private final Name from;
    private final Name to;

    ColumnRename(Table table, Name from, Name to) {
        this.table = table;
        this.from = from;
        this.to = to;
    }

    Table after() {
        PrimaryKey key = table.primaryKey();
        return table.withColumns(table.columns().stream().map(this::column).toList())
                .withPrimaryKey(key == null ? null : new PrimaryKey(key.name(), names(key.columns())))
                .withUniques(table.uniques().stream()
                        .map(unique -> new UniqueKey(unique.name(), names(unique.columns())))
                        .toList())
                .withForeignKeys(
                        table.foreignKeys().stream().map(this::foreignKey).toList())
                .withChecks(table.checks().stream()
                        .map(check -> new Check(check.name(), expression(check.expression())))
                        .toList())
                .withIndexes(table.indexes().stream().map(this::index).toList())
                .withTriggers(table.triggers().stream().map(this::trigger).toList());
    }

    private Column column(Column column) {
        Generated generated = column.generated();
        return column.withName(name(column.name()))
                .withGenerated(
                        generated == null
                                ? null
                                : new Generated(expression(generated.expression()), generated.stored()));
    }

    private ForeignKey foreignKey(ForeignKey key) {
        boolean self = key.table().equals(table.name());
        return new ForeignKey(
                key.name(),
                names(key.columns()),
                key.table(),
                self ? names(key.referenced()) : key.referenced(),
                key.onDelete(),
                key.onUpdate());
    }

    private Index index(Index index) {
        return new Index(
                index.name(),
                index.columns().stream().map(this::part).toList(),
                index.unique(),
                optional(index.where()),
                names(index.include()),
                index.method());
    }

    private IndexColumn part(IndexColumn part) {
        Name column = part.name();
        return new IndexColumn(
                column == null ? null : name(column),
                optional(part.expression()),
                part.descending(),
                part.nullsFirst());
    }

    private Trigger trigger(Trigger trigger) {
        Map<Name, Value> set = new LinkedHashMap<>();
        trigger.set().forEach((column, value) -> set.put(name(column), value(value)));
        return new Trigger(
                trigger.name(), trigger.table(), trigger.timing(), trigger.events(), set, optional(trigger.when()));
    }

    private Value value(Value value) {
        return value instanceof Expression expression ? expression(expression) : value;
    }

    private @Nullable Expression optional(@Nullable Expression expression) {
        return expression == null ? null : expression(expression);
    }

    private Expression expression(Expression expression) {
        String text = new IdentifierText(expression.text()).rename(from, to);
        return new Expression(text, expression.language(), expression.position());
    }

    private List<Name> names(List<Name> names) {
        return names.stream().map(this::name).toList();
    }

    private Name name(Name name) {
        return name.equals(from) ? to : name;
    }
}
