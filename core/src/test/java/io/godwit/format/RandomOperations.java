package io.godwit.format;

import io.godwit.operation.AddCheck;
import io.godwit.operation.AddColumn;
import io.godwit.operation.AddForeignKey;
import io.godwit.operation.AddPrimaryKey;
import io.godwit.operation.AddUnique;
import io.godwit.operation.ChangeType;
import io.godwit.operation.CommentOn;
import io.godwit.operation.CreateExtension;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.CreateSchema;
import io.godwit.operation.CreateSequence;
import io.godwit.operation.CreateTable;
import io.godwit.operation.CreateTrigger;
import io.godwit.operation.CreateView;
import io.godwit.operation.DeleteRows;
import io.godwit.operation.DropColumn;
import io.godwit.operation.DropConstraint;
import io.godwit.operation.DropDefault;
import io.godwit.operation.DropExtension;
import io.godwit.operation.DropIndex;
import io.godwit.operation.DropNotNull;
import io.godwit.operation.DropPrimaryKey;
import io.godwit.operation.DropSchema;
import io.godwit.operation.DropSequence;
import io.godwit.operation.DropTable;
import io.godwit.operation.DropTrigger;
import io.godwit.operation.DropView;
import io.godwit.operation.EngineSql;
import io.godwit.operation.Grant;
import io.godwit.operation.InsertRows;
import io.godwit.operation.Operation;
import io.godwit.operation.RefreshView;
import io.godwit.operation.RenameColumn;
import io.godwit.operation.RenameIndex;
import io.godwit.operation.RenameTable;
import io.godwit.operation.Revoke;
import io.godwit.operation.Row;
import io.godwit.operation.SetDefault;
import io.godwit.operation.SetNotNull;
import io.godwit.operation.Sql;
import io.godwit.operation.SqlFile;
import io.godwit.operation.SqlScript;
import io.godwit.operation.SqlSource;
import io.godwit.operation.SqlStatements;
import io.godwit.operation.UpdateRows;
import io.godwit.operation.UpsertRows;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.Position;
import io.godwit.schema.Sequence;
import io.godwit.schema.Value;
import io.godwit.schema.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Random operations; {@link #all} holds one of every kind. */
public final class RandomOperations {

    private final RandomValues values;
    private final RandomTables tables;

    RandomOperations(RandomValues values) {
        this.values = values;
        this.tables = new RandomTables(values);
    }

    /** One of every kind, the same for the same seed. */
    public static List<Operation> ofEveryKind(long seed) {
        return new RandomOperations(new RandomValues(new Random(seed), false)).all();
    }

    List<Operation> all() {
        return IntStream.range(0, OperationForm.KINDS.size())
                .mapToObj(i -> operation(OperationForm.KINDS.get(i)))
                .toList();
    }

    private Operation operation(String kind) {
        return switch (kind) {
            case "createTable" -> new CreateTable(tables.table(), values.flag());
            case "dropTable" -> new DropTable(values.table(), values.flag(), values.flag());
            case "renameTable" -> renameTable();
            case "commentOn" -> new CommentOn(values.table(), values.maybe(values::name), values.maybe(values::text));
            case "addColumn" -> new AddColumn(values.table(), tables.column(values.name()), values.flag());
            case "dropColumn" -> new DropColumn(values.table(), values.name(), values.flag());
            case "renameColumn" -> new RenameColumn(values.table(), values.name(), values.name());
            case "changeType" ->
                new ChangeType(values.table(), values.name(), values.type(), values.maybe(values::expression));
            case "setNotNull" -> new SetNotNull(values.table(), values.name(), values.maybe(this::backfill));
            case "dropNotNull" -> new DropNotNull(values.table(), values.name());
            case "setDefault" -> new SetDefault(values.table(), values.name(), values.value());
            case "dropDefault" -> new DropDefault(values.table(), values.name());
            case "addPrimaryKey" -> new AddPrimaryKey(values.table(), tables.primaryKey(values.names(1)));
            case "dropPrimaryKey" -> new DropPrimaryKey(values.table());
            case "addForeignKey" -> new AddForeignKey(values.table(), tables.foreignKey(values.names(1)));
            case "addUnique" -> new AddUnique(values.table(), tables.unique(values.names(1)));
            case "addCheck" -> new AddCheck(values.table(), tables.check());
            case "dropConstraint" -> new DropConstraint(values.table(), values.name());
            case "createIndex" -> new CreateIndex(values.table(), tables.index(), values.flag(), values.flag());
            case "dropIndex" -> new DropIndex(values.table(), values.name(), values.flag(), values.flag());
            case "renameIndex" -> new RenameIndex(values.table(), values.name(), values.name());
            case "createTrigger" -> new CreateTrigger(tables.trigger());
            case "dropTrigger" -> new DropTrigger(values.table(), values.name());
            default -> other(kind);
        };
    }

    private Operation other(String kind) {
        return switch (kind) {
            case "createView" -> new CreateView(new View(values.table(), values.query(), values.flag()), values.flag());
            case "dropView" -> new DropView(values.table(), values.flag());
            case "refreshView" -> new RefreshView(values.table());
            case "insertRows" -> new InsertRows(values.table(), values.list(1, () -> new Row(values.row())));
            case "upsertRows" -> upsertRows();
            case "updateRows" ->
                new UpdateRows(values.table(), new Row(values.row()), values.maybe(values::expression));
            case "deleteRows" -> new DeleteRows(values.table(), values.maybe(values::expression));
            case "createSchema" -> new CreateSchema(values.name());
            case "dropSchema" -> new DropSchema(values.name());
            case "createSequence" ->
                new CreateSequence(
                        new Sequence(values.table(), values.random.nextLong(), 1 + values.random.nextInt(2)));
            case "dropSequence" -> new DropSequence(values.table());
            case "createExtension" -> new CreateExtension(values.name());
            case "dropExtension" -> new DropExtension(values.name());
            case "grant" -> new Grant(List.of("select", "all"), values.table(), values.name());
            case "revoke" -> new Revoke(List.of("delete"), values.table(), values.name());
            case "sql" -> new Sql(sql());
            default -> throw new AssertionError("no random " + kind);
        };
    }

    private Value backfill() {
        Value value = values.value();
        return value.equals(Literal.NULL) ? Literal.of(1) : value;
    }

    private RenameTable renameTable() {
        var from = values.table();
        return new RenameTable(from, from.sibling(values.name()));
    }

    private UpsertRows upsertRows() {
        Map<Name, Value> row = new LinkedHashMap<>(values.row());
        row.put(Name.of("key"), Literal.of(1));
        return new UpsertRows(values.table(), List.of(new Row(row)), List.of(Name.of("key")));
    }

    EngineSql sql() {
        Map<String, SqlSource> texts = new LinkedHashMap<>();
        texts.put("universal", source());
        texts.put("postgresql", source());
        texts.put("own-engine", source());
        return new EngineSql(texts);
    }

    private SqlSource source() {
        String text = "SELECT 1;\r\nSELECT 'ü';";
        return switch (values.random.nextInt(4)) {
            case 0 -> new SqlScript("", Position.NONE);
            case 1 -> new SqlStatements(values.list(0, () -> text), Position.NONE);
            case 2 -> new SqlFile("sql/a.sql", Sha256.of(text), text);
            default -> new SqlScript(text, Position.NONE);
        };
    }
}
