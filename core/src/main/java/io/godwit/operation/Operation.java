package io.godwit.operation;

/**
 * One portable change; what Godwit knows about a migration it knows from these.
 *
 * <p>Immutable. Documents write an operation as an object with one key, the {@link #kind()}.
 */
public sealed interface Operation
        permits AddCheck,
                AddColumn,
                AddForeignKey,
                AddPrimaryKey,
                AddUnique,
                ChangeType,
                CommentOn,
                CreateExtension,
                CreateIndex,
                CreateSchema,
                CreateSequence,
                CreateTable,
                CreateTrigger,
                CreateView,
                DeleteRows,
                DropColumn,
                DropConstraint,
                DropDefault,
                DropExtension,
                DropIndex,
                DropNotNull,
                DropPrimaryKey,
                DropSchema,
                DropSequence,
                DropTable,
                DropTrigger,
                DropView,
                Grant,
                InsertRows,
                RefreshView,
                RenameColumn,
                RenameIndex,
                RenameTable,
                Revoke,
                SetDefault,
                SetNotNull,
                Sql,
                UpdateRows,
                UpsertRows {

    <R> R accept(OperationVisitor<R> visitor);

    /** The operation's key in documents, such as {@code createTable}. */
    default String kind() {
        String type = getClass().getSimpleName();
        return Character.toLowerCase(type.charAt(0)) + type.substring(1);
    }
}
