package io.godwit.format;

import io.godwit.operation.AddColumn;
import io.godwit.operation.ChangeType;
import io.godwit.operation.DropColumn;
import io.godwit.operation.DropDefault;
import io.godwit.operation.DropNotNull;
import io.godwit.operation.Operation;
import io.godwit.operation.RenameColumn;
import io.godwit.operation.SetDefault;
import io.godwit.operation.SetNotNull;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Expression;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import io.godwit.schema.Value;
import org.jspecify.annotations.Nullable;

/** Reads what is done to one column. */
final class ColumnOperations {

    private ColumnOperations() {}

    /** Null if the kind is another's. */
    static @Nullable Part<Operation> read(String kind, ObjectReader in) {
        return switch (kind) {
            case "addColumn" -> addColumn(in);
            case "dropColumn" -> dropColumn(in);
            case "renameColumn" -> renameColumn(in);
            case "changeType" -> changeType(in);
            case "setNotNull" -> setNotNull(in);
            case "dropNotNull" -> dropNotNull(in);
            case "setDefault" -> setDefault(in);
            case "dropDefault" -> dropDefault(in);
            default -> null;
        };
    }

    private static Part<TableName> table(ObjectReader in) {
        return in.required("table", NameForm.TABLE);
    }

    private static Part<Name> column(ObjectReader in) {
        return in.required("column", NameForm.NAME);
    }

    private static Part<Operation> addColumn(ObjectReader in) {
        Part<TableName> table = table(in);
        Part<Column> column = in.required("column", ColumnForm::read);
        Part<Boolean> ifNotExists = in.flag("ifNotExists", false);
        return in.complete() ? Part.of(new AddColumn(table.get(), column.get(), ifNotExists.get())) : Part.nothing();
    }

    private static Part<Operation> dropColumn(ObjectReader in) {
        Part<TableName> table = table(in);
        Part<Name> column = column(in);
        Part<Boolean> ifExists = in.flag("ifExists", false);
        return in.complete() ? Part.of(new DropColumn(table.get(), column.get(), ifExists.get())) : Part.nothing();
    }

    private static Part<Operation> renameColumn(ObjectReader in) {
        Part<TableName> table = table(in);
        Part<Name> from = in.required("from", NameForm.NAME);
        Part<Name> to = in.required("to", NameForm.NAME);
        return in.complete() ? Part.of(new RenameColumn(table.get(), from.get(), to.get())) : Part.nothing();
    }

    private static Part<Operation> changeType(ObjectReader in) {
        Part<TableName> table = table(in);
        Part<Name> column = column(in);
        Part<ColumnType> type = in.required("type", TypeForm.TYPE);
        Part<Expression> using = in.optional("using", SqlTextForm.EXPRESSION);
        return in.complete()
                ? Part.of(new ChangeType(table.get(), column.get(), type.get(), using.orNull()))
                : Part.nothing();
    }

    private static Part<Operation> setNotNull(ObjectReader in) {
        Part<TableName> table = table(in);
        Part<Name> column = column(in);
        Part<Value> backfill = in.optional("backfill", ColumnOperations::backfill);
        return in.complete() ? Part.of(new SetNotNull(table.get(), column.get(), backfill.orNull())) : Part.nothing();
    }

    private static Part<Value> backfill(Input input) {
        return input.node() instanceof JsonNull
                ? input.fault("rows that are NULL cannot be filled with null; leave the key out")
                : ValueForm.read(input);
    }

    private static Part<Operation> dropNotNull(ObjectReader in) {
        Part<TableName> table = table(in);
        Part<Name> column = column(in);
        return in.complete() ? Part.of(new DropNotNull(table.get(), column.get())) : Part.nothing();
    }

    private static Part<Operation> setDefault(ObjectReader in) {
        Part<TableName> table = table(in);
        Part<Name> column = column(in);
        Part<Value> value = in.required("default", ValueForm.VALUE);
        return in.complete() ? Part.of(new SetDefault(table.get(), column.get(), value.get())) : Part.nothing();
    }

    private static Part<Operation> dropDefault(ObjectReader in) {
        Part<TableName> table = table(in);
        Part<Name> column = column(in);
        return in.complete() ? Part.of(new DropDefault(table.get(), column.get())) : Part.nothing();
    }
}
