package io.godwit.format;

import io.godwit.operation.CommentOn;
import io.godwit.operation.CreateTable;
import io.godwit.operation.DropTable;
import io.godwit.operation.Operation;
import io.godwit.operation.RenameTable;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import org.jspecify.annotations.Nullable;

/** Reads what is done to whole tables. */
final class TableOperations {

    private TableOperations() {}

    /** Null if the kind is another's. */
    static @Nullable Part<Operation> read(String kind, ObjectReader in) {
        return switch (kind) {
            case "createTable" -> createTable(in);
            case "dropTable" -> dropTable(in);
            case "renameTable" -> renameTable(in);
            case "commentOn" -> commentOn(in);
            default -> null;
        };
    }

    private static Part<Operation> createTable(ObjectReader in) {
        Part<Boolean> ifNotExists = in.flag("ifNotExists", false);
        Part<Table> table = TableForm.read(in);
        return table.orNull() == null ? Part.nothing() : Part.of(new CreateTable(table.get(), ifNotExists.get()));
    }

    private static Part<Operation> dropTable(ObjectReader in) {
        Part<TableName> table = in.required("table", NameForm.TABLE);
        Part<Boolean> ifExists = in.flag("ifExists", false);
        Part<Boolean> cascade = in.flag("cascade", false);
        return in.complete() ? Part.of(new DropTable(table.get(), ifExists.get(), cascade.get())) : Part.nothing();
    }

    private static Part<Operation> renameTable(ObjectReader in) {
        Part<TableName> from = in.required("from", NameForm.TABLE);
        Part<TableName> to = in.required("to", NameForm.TABLE);
        return in.complete() ? Part.of(new RenameTable(from.get(), to.get())) : Part.nothing();
    }

    private static Part<Operation> commentOn(ObjectReader in) {
        Part<TableName> table = in.required("table", NameForm.TABLE);
        Part<Name> column = in.optional("column", NameForm.NAME);
        Part<String> comment = in.required("comment", TableOperations::comment);
        return in.complete() ? Part.of(new CommentOn(table.get(), column.orNull(), comment.orNull())) : Part.nothing();
    }

    /** A text, or null to take the comment away. */
    private static Part<String> comment(Input input) {
        if (input.node() instanceof JsonNull) {
            return Part.nothing();
        }
        return input.node() instanceof JsonString ? input.text() : input.expected("a text, or null to take it away");
    }
}
