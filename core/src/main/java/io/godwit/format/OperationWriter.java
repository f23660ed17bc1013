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
import io.godwit.operation.Grant;
import io.godwit.operation.InsertRows;
import io.godwit.operation.OperationVisitor;
import io.godwit.operation.RefreshView;
import io.godwit.operation.RenameColumn;
import io.godwit.operation.RenameIndex;
import io.godwit.operation.RenameTable;
import io.godwit.operation.Revoke;
import io.godwit.operation.SetDefault;
import io.godwit.operation.SetNotNull;
import io.godwit.operation.Sql;
import io.godwit.operation.UpdateRows;
import io.godwit.operation.UpsertRows;
import io.godwit.schema.EngineObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what stands under an operation's kind. */
final class OperationWriter implements OperationVisitor<JsonNode> {

    private final Audience audience;

    OperationWriter(Audience audience) {
        this.audience = audience;
    }

    private ObjectWriter out() {
        return new ObjectWriter(audience);
    }

    /** A sequence starts at 1 and goes up by 1 unless it says otherwise. */
    private static @Nullable Long other(long number) {
        return number == 1 ? null : number;
    }

    @Override
    public JsonNode visit(CreateTable operation) {
        return TableForm.write(operation.table(), out())
                .flag("ifNotExists", operation.ifNotExists(), false)
                .text("comment", operation.table().comment())
                .done();
    }

    @Override
    public JsonNode visit(DropTable operation) {
        return out().text("table", operation.table())
                .flag("ifExists", operation.ifExists(), false)
                .flag("cascade", operation.cascade(), false)
                .done();
    }

    @Override
    public JsonNode visit(RenameTable operation) {
        return out().text("from", operation.from()).text("to", operation.to()).done();
    }

    @Override
    public JsonNode visit(CommentOn operation) {
        String comment = operation.comment();
        return out().text("table", operation.table())
                .text("column", operation.column())
                .node("comment", comment == null ? JsonNull.INSTANCE : JsonString.of(comment))
                .done();
    }

    @Override
    public JsonNode visit(AddColumn operation) {
        return out().text("table", operation.table())
                .node("column", ColumnForm.write(operation.column(), audience))
                .flag("ifNotExists", operation.ifNotExists(), false)
                .done();
    }

    @Override
    public JsonNode visit(DropColumn operation) {
        return out().text("table", operation.table())
                .text("column", operation.column())
                .flag("ifExists", operation.ifExists(), false)
                .done();
    }

    @Override
    public JsonNode visit(RenameColumn operation) {
        return out().text("table", operation.table())
                .text("from", operation.from())
                .text("to", operation.to())
                .done();
    }

    @Override
    public JsonNode visit(ChangeType operation) {
        return out().text("table", operation.table())
                .text("column", operation.column())
                .node("type", TypeForm.write(operation.type()))
                .expression("using", operation.using())
                .done();
    }

    @Override
    public JsonNode visit(SetNotNull operation) {
        return out().text("table", operation.table())
                .text("column", operation.column())
                .value("backfill", operation.backfill())
                .done();
    }

    @Override
    public JsonNode visit(DropNotNull operation) {
        return out().text("table", operation.table())
                .text("column", operation.column())
                .done();
    }

    @Override
    public JsonNode visit(SetDefault operation) {
        return out().text("table", operation.table())
                .text("column", operation.column())
                .node("default", ValueForm.write(operation.defaultValue(), audience))
                .done();
    }

    @Override
    public JsonNode visit(DropDefault operation) {
        return out().text("table", operation.table())
                .text("column", operation.column())
                .done();
    }

    @Override
    public JsonNode visit(AddPrimaryKey operation) {
        return ConstraintForm.write(operation.key(), out().text("table", operation.table()))
                .done();
    }

    @Override
    public JsonNode visit(DropPrimaryKey operation) {
        return out().text("table", operation.table()).done();
    }

    @Override
    public JsonNode visit(AddForeignKey operation) {
        return ConstraintForm.write(operation.key(), out().text("table", operation.table()))
                .done();
    }

    @Override
    public JsonNode visit(AddUnique operation) {
        return ConstraintForm.write(operation.key(), out().text("table", operation.table()))
                .done();
    }

    @Override
    public JsonNode visit(AddCheck operation) {
        return ConstraintForm.write(operation.check(), out().text("table", operation.table()))
                .done();
    }

    @Override
    public JsonNode visit(DropConstraint operation) {
        return out().text("table", operation.table())
                .text("name", operation.constraint())
                .done();
    }

    @Override
    public JsonNode visit(CreateIndex operation) {
        return IndexForm.write(operation.index(), out().text("table", operation.table()))
                .flag("concurrently", operation.concurrently(), false)
                .flag("ifNotExists", operation.ifNotExists(), false)
                .done();
    }

    @Override
    public JsonNode visit(DropIndex operation) {
        return out().text("table", operation.table())
                .text("name", operation.index())
                .flag("ifExists", operation.ifExists(), false)
                .flag("concurrently", operation.concurrently(), false)
                .done();
    }

    @Override
    public JsonNode visit(RenameIndex operation) {
        return out().text("table", operation.table())
                .text("from", operation.from())
                .text("to", operation.to())
                .done();
    }

    @Override
    public JsonNode visit(CreateView operation) {
        return out().text("name", operation.view().name())
                .node("query", SqlTextForm.write(operation.view().query(), audience))
                .flag("materialized", operation.view().materialized(), false)
                .flag("orReplace", operation.orReplace(), false)
                .list(
                        "others",
                        audience == Audience.HISTORY ? operation.view().others() : List.<EngineObject>of(),
                        other -> EngineObjectForm.write(other, audience))
                .done();
    }

    @Override
    public JsonNode visit(DropView operation) {
        return out().text("name", operation.view())
                .flag("ifExists", operation.ifExists(), false)
                .done();
    }

    @Override
    public JsonNode visit(RefreshView operation) {
        return out().text("name", operation.view()).done();
    }

    @Override
    public JsonNode visit(InsertRows operation) {
        return out().text("table", operation.table())
                .list("rows", operation.rows(), row -> RowForm.write(row, audience))
                .done();
    }

    @Override
    public JsonNode visit(UpsertRows operation) {
        return out().text("table", operation.table())
                .list("rows", operation.rows(), row -> RowForm.write(row, audience))
                .texts("key", operation.key())
                .done();
    }

    @Override
    public JsonNode visit(UpdateRows operation) {
        return out().text("table", operation.table())
                .node("set", RowForm.write(operation.set(), audience))
                .expression("where", operation.where())
                .done();
    }

    @Override
    public JsonNode visit(DeleteRows operation) {
        return out().text("table", operation.table())
                .expression("where", operation.where())
                .done();
    }

    @Override
    public JsonNode visit(CreateTrigger operation) {
        return TriggerForm.write(operation.trigger(), out()).done();
    }

    @Override
    public JsonNode visit(DropTrigger operation) {
        return out().text("name", operation.trigger())
                .text("table", operation.table())
                .done();
    }

    @Override
    public JsonNode visit(CreateSchema operation) {
        return out().text("schema", operation.schema()).done();
    }

    @Override
    public JsonNode visit(DropSchema operation) {
        return out().text("schema", operation.schema()).done();
    }

    @Override
    public JsonNode visit(CreateSequence operation) {
        return out().text("sequence", operation.sequence().name())
                .number("start", other(operation.sequence().start()))
                .number("increment", other(operation.sequence().increment()))
                .done();
    }

    @Override
    public JsonNode visit(DropSequence operation) {
        return out().text("sequence", operation.sequence()).done();
    }

    @Override
    public JsonNode visit(CreateExtension operation) {
        return out().text("extension", operation.extension()).done();
    }

    @Override
    public JsonNode visit(DropExtension operation) {
        return out().text("extension", operation.extension()).done();
    }

    @Override
    public JsonNode visit(Grant operation) {
        return out().texts("privileges", operation.privileges())
                .text("on", operation.on())
                .text("to", operation.to())
                .done();
    }

    @Override
    public JsonNode visit(Revoke operation) {
        return out().texts("privileges", operation.privileges())
                .text("on", operation.on())
                .text("from", operation.from())
                .done();
    }

    @Override
    public JsonNode visit(Sql operation) {
        return SqlForm.write(operation.text(), audience);
    }
}
