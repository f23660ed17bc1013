package io.godwit.format;

import io.godwit.schema.Check;
import io.godwit.schema.Column;
import io.godwit.schema.EngineObject;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Index;
import io.godwit.schema.Name;
import io.godwit.schema.Partition;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.Trigger;
import io.godwit.schema.UniqueKey;
import java.util.List;

/** A table: the keys of {@code createTable} that say what it is; the history also has what hangs on a table. */
final class TableForm {

    private TableForm() {}

    static Part<Table> read(ObjectReader in) {
        Part<TableName> name = in.required("table", NameForm.TABLE);
        Part<List<Column>> columns = in.items("columns", ColumnForm::read);
        Part<PrimaryKey> primaryKey = in.optional("primaryKey", ConstraintForm::tablePrimaryKey);
        Part<List<UniqueKey>> uniques = in.list("uniques", ConstraintForm::unique);
        Part<List<ForeignKey>> foreignKeys = in.list("foreignKeys", ConstraintForm::foreignKey);
        Part<List<Check>> checks = in.list("checks", ConstraintForm::check);
        Part<Partition> partition = in.object("partitionBy", TableForm::partition);
        Part<String> comment = in.text("comment");
        Extras extras = in.reading().isForHistory() ? Extras.read(in) : Extras.NONE;
        new TableCheck(in).report();
        if (!in.complete()) {
            return Part.nothing();
        }
        return Part.of(new Table(
                name.get(),
                columns.get(),
                primaryKey.orNull(),
                uniques.get(),
                foreignKeys.get(),
                checks.get(),
                extras.indexes().get(),
                extras.triggers().get(),
                extras.others().get(),
                partition.orNull(),
                comment.orNull()));
    }

    private static Part<Partition> partition(ObjectReader in) {
        Part<Partition.Kind> kind = in.requiredChoice("kind", Partition.Kind.values());
        Part<List<Name>> columns = in.required("columns", NameForm.NAMES);
        return in.complete() ? Part.of(new Partition(kind.get(), columns.get())) : Part.nothing();
    }

    static ObjectWriter write(Table table, ObjectWriter out) {
        Audience audience = out.audience();
        out.text("table", table.name())
                .fullList("columns", table.columns(), column -> ColumnForm.write(column, audience))
                .part("primaryKey", table.primaryKey(), key -> ConstraintForm.writeInTable(key, audience))
                .list(
                        "uniques",
                        table.uniques(),
                        unique -> ConstraintForm.write(unique, new ObjectWriter(audience))
                                .done())
                .list(
                        "foreignKeys",
                        table.foreignKeys(),
                        key -> ConstraintForm.write(key, new ObjectWriter(audience))
                                .done())
                .list(
                        "checks",
                        table.checks(),
                        check -> ConstraintForm.write(check, new ObjectWriter(audience))
                                .done())
                .part("partitionBy", table.partition(), partition -> write(partition, audience));
        return Extras.write(table, out);
    }

    private static JsonNode write(Partition partition, Audience audience) {
        return new ObjectWriter(audience)
                .text("kind", TriggerForm.written(partition.kind()))
                .texts("columns", partition.columns())
                .done();
    }

    /** What hangs on a table that introspection found; documents make it with operations of its own. */
    private record Extras(Part<List<Index>> indexes, Part<List<Trigger>> triggers, Part<List<EngineObject>> others) {

        static final Extras NONE = new Extras(Part.of(List.of()), Part.of(List.of()), Part.of(List.of()));

        static Extras read(ObjectReader in) {
            return new Extras(
                    in.list(
                            "indexes",
                            input -> input.object(index -> {
                                Part<Index> part = IndexForm.read(index);
                                return index.complete() ? part : Part.nothing();
                            })),
                    in.list("triggers", input -> input.object(TriggerForm::read)),
                    in.list("others", EngineObjectForm::read));
        }

        static ObjectWriter write(Table table, ObjectWriter out) {
            Audience audience = out.audience();
            boolean extra = !(table.indexes().isEmpty()
                    && table.triggers().isEmpty()
                    && table.others().isEmpty());
            if (!extra) {
                return out;
            }
            if (audience == Audience.AUTHORS) {
                throw new IllegalArgumentException("the table " + table.name()
                        + " holds indexes or triggers; documents make them with createIndex and createTrigger");
            }
            return out.list(
                            "indexes",
                            table.indexes(),
                            index -> IndexForm.write(index, new ObjectWriter(audience))
                                    .done())
                    .list(
                            "triggers",
                            table.triggers(),
                            trigger -> TriggerForm.write(trigger, new ObjectWriter(audience))
                                    .done())
                    .list("others", table.others(), other -> EngineObjectForm.write(other, audience));
        }
    }
}
