package io.godwit.format;

import io.godwit.operation.Operation;
import java.util.ArrayList;
import java.util.List;

/** An operation: an object whose one key is the operation's kind. */
final class OperationForm {

    /** Every kind, for suggestions. */
    static final List<String> KINDS = List.of(
            "createTable",
            "dropTable",
            "renameTable",
            "commentOn",
            "addColumn",
            "dropColumn",
            "renameColumn",
            "changeType",
            "setNotNull",
            "dropNotNull",
            "setDefault",
            "dropDefault",
            "addPrimaryKey",
            "dropPrimaryKey",
            "addForeignKey",
            "addUnique",
            "addCheck",
            "dropConstraint",
            "createIndex",
            "dropIndex",
            "renameIndex",
            "createView",
            "dropView",
            "refreshView",
            "insertRows",
            "upsertRows",
            "updateRows",
            "deleteRows",
            "createTrigger",
            "dropTrigger",
            "createSchema",
            "dropSchema",
            "createSequence",
            "dropSequence",
            "createExtension",
            "dropExtension",
            "grant",
            "revoke",
            "sql");

    private OperationForm() {}

    static Part<Operation> read(Input input) {
        if (!(input.node() instanceof JsonObject object)) {
            return input.expected("an operation such as {\"createTable\": {…}}");
        }
        List<String> kinds = new ArrayList<>(object.fields().keySet());
        kinds.removeIf(ObjectReader::isTolerated);
        if (kinds.size() != 1) {
            return input.fault(
                    kinds.isEmpty()
                            ? "an operation has one key, such as {\"createTable\": {…}}"
                            : "an operation has one key, and this has " + String.join(", ", kinds)
                                    + "; write one object for each");
        }
        String kind = kinds.get(0);
        Input body = new Input(object.fields().get(kind), input.reading());
        if (!KINDS.contains(kind)) {
            String help = Suggestion.ask(kind, KINDS);
            return body.fault("there is no operation '" + kind + "'"
                    + (help.isEmpty() ? "; known are " + String.join(", ", KINDS) : help));
        }
        return kind.equals("sql") ? SchemaOperations.sql(body) : body.object(in -> read(kind, in));
    }

    private static Part<Operation> read(String kind, ObjectReader in) {
        Part<Operation> read = TableOperations.read(kind, in);
        read = read == null ? ColumnOperations.read(kind, in) : read;
        read = read == null ? KeyOperations.read(kind, in) : read;
        read = read == null ? RowOperations.read(kind, in) : read;
        return read == null ? SchemaOperations.read(kind, in) : read;
    }

    static JsonNode write(Operation operation, Audience audience) {
        return JsonObject.of(operation.kind(), operation.accept(new OperationWriter(audience)));
    }
}
