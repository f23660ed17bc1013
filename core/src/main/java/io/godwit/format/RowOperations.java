package io.godwit.format;

import io.godwit.operation.DeleteRows;
import io.godwit.operation.InsertRows;
import io.godwit.operation.Operation;
import io.godwit.operation.Row;
import io.godwit.operation.UpdateRows;
import io.godwit.operation.UpsertRows;
import io.godwit.schema.Expression;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what is done to rows. */
final class RowOperations {

    private RowOperations() {}

    /** Null if the kind is another's. */
    static @Nullable Part<Operation> read(String kind, ObjectReader in) {
        return switch (kind) {
            case "insertRows" -> insertRows(in);
            case "upsertRows" -> upsertRows(in);
            case "updateRows" -> updateRows(in);
            case "deleteRows" -> deleteRows(in);
            default -> null;
        };
    }

    private static Part<List<Row>> rows(ObjectReader in) {
        return in.items("rows", RowForm::read);
    }

    private static Part<Operation> insertRows(ObjectReader in) {
        Part<TableName> table = in.required("table", NameForm.TABLE);
        Part<List<Row>> rows = rows(in);
        return in.complete() ? Part.of(new InsertRows(table.get(), rows.get())) : Part.nothing();
    }

    private static Part<Operation> upsertRows(ObjectReader in) {
        Part<TableName> table = in.required("table", NameForm.TABLE);
        Part<List<Row>> rows = rows(in);
        Part<List<Name>> key = in.required("key", NameForm.NAMES);
        if (key.orNull() != null && in.json().get("rows") instanceof JsonArray array) {
            array.items().forEach(row -> reportMissingKey(row, key.get(), in.reading()));
        }
        return in.complete() ? Part.of(new UpsertRows(table.get(), rows.get(), key.get())) : Part.nothing();
    }

    private static void reportMissingKey(JsonNode row, List<Name> key, Reading reading) {
        if (row instanceof JsonObject object && !object.fields().isEmpty()) {
            for (Name column : key) {
                if (object.get(column.text()) == null) {
                    reading.report(
                            row.place(),
                            "the row lacks '" + column + "', which is part of the key"
                                    + Suggestion.ask(
                                            column.text(), object.fields().keySet()));
                }
            }
        }
    }

    private static Part<Operation> updateRows(ObjectReader in) {
        Part<TableName> table = in.required("table", NameForm.TABLE);
        Part<Row> set = in.required("set", RowForm::read);
        Part<Expression> where = in.optional("where", SqlTextForm.EXPRESSION);
        return in.complete() ? Part.of(new UpdateRows(table.get(), set.get(), where.orNull())) : Part.nothing();
    }

    private static Part<Operation> deleteRows(ObjectReader in) {
        Part<TableName> table = in.required("table", NameForm.TABLE);
        Part<Expression> where = in.optional("where", SqlTextForm.EXPRESSION);
        return in.complete() ? Part.of(new DeleteRows(table.get(), where.orNull())) : Part.nothing();
    }
}
