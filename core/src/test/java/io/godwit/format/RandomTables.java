package io.godwit.format;

import io.godwit.schema.Check;
import io.godwit.schema.Column;
import io.godwit.schema.EngineObject;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Generated;
import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.IndexMethod;
import io.godwit.schema.Name;
import io.godwit.schema.Partition;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.Reference;
import io.godwit.schema.ReferentialAction;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.Trigger;
import io.godwit.schema.UniqueKey;
import java.util.EnumSet;
import java.util.List;

/** Random tables and what belongs to them. */
final class RandomTables {

    private final RandomValues values;

    RandomTables(RandomValues values) {
        this.values = values;
    }

    Table table() {
        List<Name> names = values.names(2);
        List<Column> columns = names.stream()
                .map(name -> column(name).withPrimaryKey(false).withIdentity(false))
                .toList();
        boolean extras = values.engineToo;
        return new Table(
                values.table(),
                columns,
                values.maybe(() -> primaryKey(names)),
                values.list(0, () -> unique(names)),
                values.list(0, () -> foreignKey(names)),
                values.list(0, this::check),
                extras ? values.list(0, this::index) : List.of(),
                extras ? values.list(0, this::trigger) : List.of(),
                extras
                        ? values.list(
                                0, () -> new EngineObject("trigger", values.name(), "CREATE TRIGGER x\r\nBEGIN; END"))
                        : List.of(),
                values.maybe(() -> new Partition(values.oneOf(Partition.Kind.values()), names)),
                values.maybe(values::text));
    }

    Column column(Name name) {
        Column column = new Column(
                name,
                values.type(),
                values.flag(),
                null,
                values.flag(),
                values.flag(),
                values.maybe(() -> new Reference(values.table(), values.name(), action(), action())),
                values.maybe(values::expression),
                false,
                null,
                values.maybe(values::text),
                values.maybe(() -> "native"),
                values.flag());
        return switch (values.random.nextInt(4)) {
            case 0 -> column.withIdentity(true).withType(SimpleType.BIGINT);
            case 1 -> column.withDefaultValue(values.value());
            case 2 -> column.withGenerated(new Generated(values.expression(), values.flag()));
            default -> column;
        };
    }

    PrimaryKey primaryKey(List<Name> columns) {
        return new PrimaryKey(values.maybe(values::name), columns);
    }

    UniqueKey unique(List<Name> columns) {
        return new UniqueKey(values.maybe(values::name), columns);
    }

    Check check() {
        return new Check(values.maybe(values::name), values.expression());
    }

    ForeignKey foreignKey(List<Name> columns) {
        TableName other = TableName.of("elsewhere");
        return new ForeignKey(values.maybe(values::name), columns, other, columns, action(), action());
    }

    Index index() {
        return new Index(
                values.maybe(values::name),
                values.names(1).stream().map(this::indexColumn).toList(),
                values.flag(),
                values.maybe(values::expression),
                values.names(0),
                values.oneOf(IndexMethod.values()));
    }

    private IndexColumn indexColumn(Name name) {
        return values.flag()
                ? new IndexColumn(name, null, values.flag(), values.maybe(values::flag))
                : new IndexColumn(null, values.expression(), values.flag(), values.maybe(values::flag));
    }

    Trigger trigger() {
        EnumSet<Trigger.Event> events = EnumSet.of(values.oneOf(Trigger.Event.values()), Trigger.Event.UPDATE);
        return new Trigger(
                values.name(),
                values.table(),
                values.oneOf(Trigger.Timing.values()),
                events,
                values.row(),
                values.maybe(values::expression));
    }

    private ReferentialAction action() {
        return values.oneOf(ReferentialAction.values());
    }
}
