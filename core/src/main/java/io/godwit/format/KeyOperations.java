package io.godwit.format;

import io.godwit.operation.AddCheck;
import io.godwit.operation.AddForeignKey;
import io.godwit.operation.AddPrimaryKey;
import io.godwit.operation.AddUnique;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.DropConstraint;
import io.godwit.operation.DropIndex;
import io.godwit.operation.DropPrimaryKey;
import io.godwit.operation.Operation;
import io.godwit.operation.RenameIndex;
import io.godwit.schema.Check;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Index;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.TableName;
import io.godwit.schema.UniqueKey;
import org.jspecify.annotations.Nullable;

/** Reads what is done to constraints and indexes. */
final class KeyOperations {

    private KeyOperations() {}

    /** Null if the kind is another's. */
    static @Nullable Part<Operation> read(String kind, ObjectReader in) {
        return switch (kind) {
            case "addPrimaryKey" -> addPrimaryKey(in);
            case "dropPrimaryKey" -> dropPrimaryKey(in);
            case "addForeignKey" -> addForeignKey(in);
            case "addUnique" -> addUnique(in);
            case "addCheck" -> addCheck(in);
            case "dropConstraint" -> dropConstraint(in);
            case "createIndex" -> createIndex(in);
            case "dropIndex" -> dropIndex(in);
            case "renameIndex" -> renameIndex(in);
            default -> null;
        };
    }

    private static Part<TableName> table(ObjectReader in) {
        return in.required("table", NameForm.TABLE);
    }

    private static Part<Operation> addPrimaryKey(ObjectReader in) {
        Part<TableName> table = table(in);
        Part<PrimaryKey> key = ConstraintForm.primaryKey(in);
        return in.complete() ? Part.of(new AddPrimaryKey(table.get(), key.get())) : Part.nothing();
    }

    private static Part<Operation> dropPrimaryKey(ObjectReader in) {
        Part<TableName> table = table(in);
        return in.complete() ? Part.of(new DropPrimaryKey(table.get())) : Part.nothing();
    }

    private static Part<Operation> addForeignKey(ObjectReader in) {
        Part<TableName> table = table(in);
        Part<ForeignKey> key = ConstraintForm.foreignKey(in);
        return in.complete() ? Part.of(new AddForeignKey(table.get(), key.get())) : Part.nothing();
    }

    private static Part<Operation> addUnique(ObjectReader in) {
        Part<TableName> table = table(in);
        Part<UniqueKey> key = ConstraintForm.unique(in);
        return in.complete() ? Part.of(new AddUnique(table.get(), key.get())) : Part.nothing();
    }

    private static Part<Operation> addCheck(ObjectReader in) {
        Part<TableName> table = table(in);
        Part<Check> check = ConstraintForm.check(in);
        return in.complete() ? Part.of(new AddCheck(table.get(), check.get())) : Part.nothing();
    }

    private static Part<Operation> dropConstraint(ObjectReader in) {
        Part<TableName> table = table(in);
        Part<Name> name = in.required("name", NameForm.NAME);
        return in.complete() ? Part.of(new DropConstraint(table.get(), name.get())) : Part.nothing();
    }

    private static Part<Operation> createIndex(ObjectReader in) {
        Part<TableName> table = table(in);
        Part<Index> index = IndexForm.read(in);
        Part<Boolean> concurrently = in.flag("concurrently", false);
        Part<Boolean> ifNotExists = in.flag("ifNotExists", false);
        return in.complete()
                ? Part.of(new CreateIndex(table.get(), index.get(), concurrently.get(), ifNotExists.get()))
                : Part.nothing();
    }

    private static Part<Operation> dropIndex(ObjectReader in) {
        Part<TableName> table = table(in);
        Part<Name> name = in.required("name", NameForm.NAME);
        Part<Boolean> ifExists = in.flag("ifExists", false);
        Part<Boolean> concurrently = in.flag("concurrently", false);
        return in.complete()
                ? Part.of(new DropIndex(table.get(), name.get(), ifExists.get(), concurrently.get()))
                : Part.nothing();
    }

    private static Part<Operation> renameIndex(ObjectReader in) {
        Part<TableName> table = table(in);
        Part<Name> from = in.required("from", NameForm.NAME);
        Part<Name> to = in.required("to", NameForm.NAME);
        return in.complete() ? Part.of(new RenameIndex(table.get(), from.get(), to.get())) : Part.nothing();
    }
}
