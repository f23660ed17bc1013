package io.godwit.format;

import io.godwit.failure.InvalidMigrationException;
import io.godwit.operation.Operation;
import java.util.List;
import java.util.Optional;

/**
 * Operations as compact JSON: the form in which the history keeps inverses.
 *
 * <p>It holds whatever an operation can hold, also what authors cannot write: expressions in the engine's own language, names that
 * introspection found, objects that belong to a table. Stateless and thread-safe.
 */
public final class OperationsText {

    private OperationsText() {}

    /** The text; {@link #read} gives back operations that are equal. */
    public static String write(List<Operation> operations) {
        return JsonText.compact(JsonArray.of(operations.stream()
                .map(operation -> OperationForm.write(operation, Audience.HISTORY))
                .toList()));
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws InvalidMigrationException if it was not written by {@code write}, or was damaged since
     */
    public static List<Operation> read(String text) {
        Reading reading = new Reading(new DocumentText("", text.toCharArray()), Audience.HISTORY, null);
        Optional<JsonNode> root = JsonDocument.read(reading);
        Part<List<Operation>> operations =
                root.isEmpty() ? Part.nothing() : new Input(root.get(), reading).anyItems(OperationForm::read);
        return reading.result(operations);
    }
}
