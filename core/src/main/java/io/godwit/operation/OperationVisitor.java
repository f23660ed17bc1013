package io.godwit.operation;

/** One method an operation: whoever implements it has thought of each. */
public interface OperationVisitor<R> {

    R visit(CreateTable operation);

    R visit(DropTable operation);

    R visit(RenameTable operation);

    R visit(CommentOn operation);

    R visit(AddColumn operation);

    R visit(DropColumn operation);

    R visit(RenameColumn operation);

    R visit(ChangeType operation);

    R visit(SetNotNull operation);

    R visit(DropNotNull operation);

    R visit(SetDefault operation);

    R visit(DropDefault operation);

    R visit(AddPrimaryKey operation);

    R visit(DropPrimaryKey operation);

    R visit(AddForeignKey operation);

    R visit(AddUnique operation);

    R visit(AddCheck operation);

    R visit(DropConstraint operation);

    R visit(CreateIndex operation);

    R visit(DropIndex operation);

    R visit(RenameIndex operation);

    R visit(CreateView operation);

    R visit(DropView operation);

    R visit(RefreshView operation);

    R visit(InsertRows operation);

    R visit(UpsertRows operation);

    R visit(UpdateRows operation);

    R visit(DeleteRows operation);

    R visit(CreateTrigger operation);

    R visit(DropTrigger operation);

    R visit(CreateSchema operation);

    R visit(DropSchema operation);

    R visit(CreateSequence operation);

    R visit(DropSequence operation);

    R visit(CreateExtension operation);

    R visit(DropExtension operation);

    R visit(Grant operation);

    R visit(Revoke operation);

    R visit(Sql operation);
}
