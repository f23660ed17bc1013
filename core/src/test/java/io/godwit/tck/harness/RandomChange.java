package io.godwit.tck.harness;

import io.godwit.dialect.SchemaView;
import io.godwit.operation.AddCheck;
import io.godwit.operation.AddColumn;
import io.godwit.operation.AddUnique;
import io.godwit.operation.ChangeType;
import io.godwit.operation.CommentOn;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.DropColumn;
import io.godwit.operation.DropConstraint;
import io.godwit.operation.DropDefault;
import io.godwit.operation.DropIndex;
import io.godwit.operation.DropNotNull;
import io.godwit.operation.Operation;
import io.godwit.operation.RenameColumn;
import io.godwit.operation.RenameIndex;
import io.godwit.operation.SetDefault;
import io.godwit.operation.SetNotNull;
import io.godwit.schema.Check;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Constraint;
import io.godwit.schema.Expression;
import io.godwit.schema.Index;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.UniqueKey;
import io.godwit.schema.VarcharType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/** One random change of one table that its rows, whatever they are, allow. */
final class RandomChange {

    /** The key of a row that every foreign key finds: those are of type bigint. */
    static final long PARENT = 1;

    private static final Name KEY = Name.of("id");
    private static final List<String> NAMES =
            List.of("plain", "Mixed Case", "select", "it's", "quo\"ted", "do.t", "größe", "x", "y", "z");

    private final Random random;
    private final Table table;
    private final SchemaView schema;

    RandomChange(Random random, Table table, SchemaView schema) {
        this.random = random;
        this.table = table;
        this.schema = schema;
    }

    /** Empty if the table does not lend itself to what chance chose. */
    Optional<Operation> operation() {
        return switch (random.nextInt(14)) {
            case 0, 1 -> freeName().map(this::addColumn);
            case 2 -> plainColumn().map(column -> new DropColumn(table.name(), column.name(), false));
            case 3 ->
                plainColumn()
                        .flatMap(column -> freeName().map(name -> new RenameColumn(table.name(), column.name(), name)));
            case 4 -> plainColumn().flatMap(this::widen);
            case 5 -> plainColumn().map(column -> new SetNotNull(table.name(), column.name(), value(column.type())));
            case 6 ->
                plainColumn()
                        .filter(column -> !column.nullable())
                        .map(column -> new DropNotNull(table.name(), column.name()));
            case 7 -> plainColumn().map(column -> new SetDefault(table.name(), column.name(), value(column.type())));
            case 8 ->
                plainColumn()
                        .filter(column -> column.defaultValue() != null)
                        .map(column -> new DropDefault(table.name(), column.name()));
            default -> ofTheTable();
        };
    }

    private Optional<Operation> ofTheTable() {
        TableName name = table.name();
        return switch (random.nextInt(7)) {
            case 0 -> shortColumn().flatMap(column -> added(new UniqueKey(null, List.of(column.name(), KEY))));
            case 1 -> plainColumn().flatMap(this::check);
            case 2 -> any(constraints()).map(found -> new DropConstraint(name, Objects.requireNonNull(found.name())));
            case 3 -> plainColumn().flatMap(this::index);
            case 4 -> any(table.indexes()).map(index -> new DropIndex(name, nameOf(index), false, false));
            case 5 ->
                any(table.indexes())
                        .map(index ->
                                new RenameIndex(name, nameOf(index), Name.of("i" + random.nextInt(1_000_000) + "'\"")));
            default ->
                Optional.of(new CommentOn(
                        name,
                        plainColumn()
                                .filter(column -> random.nextBoolean())
                                .map(Column::name)
                                .orElse(null),
                        random.nextInt(3) == 0 ? null : "it's no. " + random.nextInt(9)));
        };
    }

    private static Name nameOf(Index index) {
        return Objects.requireNonNull(index.name());
    }

    private Operation addColumn(Name name) {
        ColumnType type = switch (random.nextInt(4)) {
            case 0 -> SimpleType.INTEGER;
            case 1 -> new VarcharType(30);
            case 2 -> SimpleType.BIGINT;
            default -> SimpleType.TEXT;
        };
        Column column = Column.of(name.text(), type);
        return new AddColumn(
                table.name(),
                random.nextBoolean()
                        ? column
                        : column.withDefaultValue(value(type)).withNullable(random.nextBoolean()),
                false);
    }

    private Optional<Operation> widen(Column column) {
        ColumnType wider = column.type() instanceof VarcharType varchar
                ? new VarcharType(varchar.length() + 10)
                : column.type() == SimpleType.INTEGER ? SimpleType.BIGINT : null;
        return Optional.ofNullable(wider).map(type -> new ChangeType(table.name(), column.name(), type, null));
    }

    private Optional<Operation> added(UniqueKey unique) {
        boolean there = table.uniques().stream().anyMatch(key -> key.columns().equals(unique.columns()));
        return there ? Optional.empty() : Optional.of(new AddUnique(table.name(), unique));
    }

    private Optional<Operation> check(Column column) {
        String quoted = '"' + column.name().text().replace("\"", "\"\"") + '"';
        boolean words = column.type() == SimpleType.TEXT || column.type() instanceof VarcharType;
        Expression expression = Expression.of(quoted + (words ? " <> 'it''s never'" : " <> -12345"));
        return Optional.of(
                new AddCheck(table.name(), new Check(Name.of("ck_random_" + random.nextInt(1_000_000)), expression)));
    }

    private Optional<Operation> index(Column column) {
        Index index = Index.on(column.name().text(), "id")
                .withUnique(random.nextBoolean() && column.type() != SimpleType.TEXT);
        boolean there =
                table.indexes().stream().anyMatch(other -> other.columns().equals(index.columns()));
        return there ? Optional.empty() : Optional.of(new CreateIndex(table.name(), index, false, false));
    }

    private List<Constraint> constraints() {
        List<Constraint> constraints = new ArrayList<>(table.uniques());
        constraints.addAll(table.foreignKeys());
        constraints.addAll(table.checks());
        return constraints;
    }

    private Optional<Column> plainColumn() {
        return any(table.columns().stream()
                .filter(column -> !column.name().equals(KEY))
                .toList());
    }

    /** Not every engine has keys on texts of any length. */
    private Optional<Column> shortColumn() {
        return plainColumn().filter(column -> column.type() != SimpleType.TEXT);
    }

    private Optional<Name> freeName() {
        Name name = Name.of(NAMES.get(random.nextInt(NAMES.size())));
        return table.column(name).isPresent() || schema.table(table.name()).isEmpty()
                ? Optional.empty()
                : Optional.of(name);
    }

    private Literal value(ColumnType type) {
        boolean words = type == SimpleType.TEXT || type instanceof VarcharType;
        int number = random.nextInt(9);
        return words ? Literal.of("it's " + number) : Literal.of(type == SimpleType.BIGINT ? PARENT : number);
    }

    private <T> Optional<T> any(List<T> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(random.nextInt(list.size())));
    }
}
