package io.godwit.universal;

import io.godwit.dialect.SchemaView;
import io.godwit.schema.Check;
import io.godwit.schema.Column;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts a table together from its drafts. For one thread. */
final class TableBuilder {

    private final Reading reading;
    private final TableName name;
    private final List<ColumnDraft> columns = new ArrayList<>();
    private final List<ConstraintDraft> constraints = new ArrayList<>();

    TableBuilder(Reading reading, TableName name) {
        this.reading = reading;
        this.name = name;
    }

    void add(ColumnDraft column) {
        columns.add(column);
    }

    void add(ConstraintDraft constraint) {
        constraints.add(constraint);
    }

    /** The table, with every constraint named. */
    Table table() {
        List<Name> names = columns.stream().map(draft -> draft.column().name()).toList();
        UsualNames usual = new UsualNames(name);
        constraints.forEach(constraint -> usual.take(constraint.name()));
        PrimaryKey key = primaryKey();
        return Table.of(
                        name,
                        columns.stream().map(draft -> bare(draft.column())).toList())
                .withPrimaryKey(key == null ? null : usual.named(key))
                .withUniques(all(ConstraintDraft.Unique.class).stream()
                        .map(unique -> usual.named(new UniqueKey(unique.name(), unique.columns())))
                        .toList())
                .withChecks(all(ConstraintDraft.Condition.class).stream()
                        .map(check -> usual.named(new Check(check.name(), check.expression()), names))
                        .toList())
                .withForeignKeys(all(ConstraintDraft.Reference.class).stream()
                        .map(reference -> usual.named(foreignKey(reference)))
                        .toList());
    }

    /** The constraints of columns, then those of the table. */
    private <T extends ConstraintDraft> List<T> all(Class<T> kind) {
        return Stream.concat(columns.stream().flatMap(draft -> draft.all().stream()), constraints.stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** The column without what its drafts say. */
    static Column bare(Column column) {
        return column.withPrimaryKey(false).withUnique(false).withCheck(null);
    }

    private @Nullable PrimaryKey primaryKey() {
        ConstraintDraft.Key later = reading.definitions().laterKeys().of(name);
        if (later != null) {
            return new PrimaryKey(later.name(), later.columns());
        }
        return all(ConstraintDraft.Key.class).stream()
                .findFirst()
                .map(key -> new PrimaryKey(key.name(), key.columns()))
                .orElse(null);
    }

    ForeignKey foreignKey(ConstraintDraft.Reference draft) {
        List<Name> referenced = draft.referenced().isEmpty() ? keyOf(draft) : draft.referenced();
        if (referenced.size() != draft.columns().size()) {
            throw reading.tokens().invalid(draft.at(), "the foreign key needs as many columns there as here");
        }
        return new ForeignKey(
                draft.name(), draft.columns(), draft.table(), referenced, draft.onDelete(), draft.onUpdate());
    }

    /** The primary key of the table referred to, which may be this one. */
    private List<Name> keyOf(ConstraintDraft.Reference draft) {
        PrimaryKey own = primaryKey();
        if (draft.table().equals(name) && own != null) {
            return own.columns();
        }
        SchemaView schema = reading.schema();
        PrimaryKey key = schema.table(draft.table()).map(Table::primaryKey).orElse(null);
        if (key == null) {
            throw reading.unsupported(
                    draft.at(),
                    "REFERENCES " + draft.table() + " without columns",
                    "the primary key of that table is not known here",
                    "REFERENCES " + draft.table() + " (its columns)");
        }
        return key.columns();
    }
}
