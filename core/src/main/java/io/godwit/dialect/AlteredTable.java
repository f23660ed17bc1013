package io.godwit.dialect;

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
import io.godwit.schema.TableName;
import org.jspecify.annotations.Nullable;

/** The one existing table whose definition an operation alters; null for none. */
final class AlteredTable implements OperationVisitor<@Nullable TableName> {

    @Override
    public @Nullable TableName visit(CommentOn operation) {
        return operation.table();
    }

    @Override
    public @Nullable TableName visit(AddColumn operation) {
        return operation.table();
    }

    @Override
    public @Nullable TableName visit(DropColumn operation) {
        return operation.table();
    }

    @Override
    public @Nullable TableName visit(RenameColumn operation) {
        return operation.table();
    }

    @Override
    public @Nullable TableName visit(ChangeType operation) {
        return operation.table();
    }

    @Override
    public @Nullable TableName visit(SetNotNull operation) {
        return operation.table();
    }

    @Override
    public @Nullable TableName visit(DropNotNull operation) {
        return operation.table();
    }

    @Override
    public @Nullable TableName visit(SetDefault operation) {
        return operation.table();
    }

    @Override
    public @Nullable TableName visit(DropDefault operation) {
        return operation.table();
    }

    @Override
    public @Nullable TableName visit(AddPrimaryKey operation) {
        return operation.table();
    }

    @Override
    public @Nullable TableName visit(DropPrimaryKey operation) {
        return operation.table();
    }

    @Override
    public @Nullable TableName visit(AddForeignKey operation) {
        return operation.table();
    }

    @Override
    public @Nullable TableName visit(AddUnique operation) {
        return operation.table();
    }

    @Override
    public @Nullable TableName visit(AddCheck operation) {
        return operation.table();
    }

    @Override
    public @Nullable TableName visit(DropConstraint operation) {
        return operation.table();
    }

    @Override
    public @Nullable TableName visit(CreateIndex operation) {
        return operation.table();
    }

    @Override
    public @Nullable TableName visit(DropIndex operation) {
        return operation.table();
    }

    @Override
    public @Nullable TableName visit(RenameIndex operation) {
        return operation.table();
    }

    @Override
    public @Nullable TableName visit(DropTrigger operation) {
        return operation.table();
    }

    @Override
    public @Nullable TableName visit(CreateTrigger operation) {
        return operation.trigger().table();
    }

    @Override
    public @Nullable TableName visit(CreateTable operation) {
        return null;
    }

    @Override
    public @Nullable TableName visit(DropTable operation) {
        return null;
    }

    @Override
    public @Nullable TableName visit(RenameTable operation) {
        return null;
    }

    @Override
    public @Nullable TableName visit(CreateView operation) {
        return null;
    }

    @Override
    public @Nullable TableName visit(DropView operation) {
        return null;
    }

    @Override
    public @Nullable TableName visit(RefreshView operation) {
        return null;
    }

    @Override
    public @Nullable TableName visit(InsertRows operation) {
        return null;
    }

    @Override
    public @Nullable TableName visit(UpsertRows operation) {
        return null;
    }

    @Override
    public @Nullable TableName visit(UpdateRows operation) {
        return null;
    }

    @Override
    public @Nullable TableName visit(DeleteRows operation) {
        return null;
    }

    @Override
    public @Nullable TableName visit(CreateSchema operation) {
        return null;
    }

    @Override
    public @Nullable TableName visit(DropSchema operation) {
        return null;
    }

    @Override
    public @Nullable TableName visit(CreateSequence operation) {
        return null;
    }

    @Override
    public @Nullable TableName visit(DropSequence operation) {
        return null;
    }

    @Override
    public @Nullable TableName visit(CreateExtension operation) {
        return null;
    }

    @Override
    public @Nullable TableName visit(DropExtension operation) {
        return null;
    }

    @Override
    public @Nullable TableName visit(Grant operation) {
        return null;
    }

    @Override
    public @Nullable TableName visit(Revoke operation) {
        return null;
    }

    @Override
    public @Nullable TableName visit(Sql operation) {
        return null;
    }
}
