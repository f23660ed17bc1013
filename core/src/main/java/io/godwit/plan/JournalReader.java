package io.godwit.plan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.godwit.failure.HistoryConflictException;
import io.godwit.format.OperationsText;
import io.godwit.operation.Operation;
import io.godwit.schema.TableName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a journal back. For one text. */
final class JournalReader {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final String text;

    JournalReader(String text) {
        this.text = text;
    }

    Journal read() {
        try (JsonParser json = FACTORY.createParser(text)) {
            List<JournalStep> steps = new ArrayList<>();
            json.nextToken();
            while (json.nextToken() == JsonToken.START_OBJECT) {
                steps.add(step(json));
            }
            return new Journal(steps);
        } catch (IOException | IllegalArgumentException e) {
            throw new HistoryConflictException(
                    "A journal in godwit_migration is damaged: " + e.getMessage() + ". Restore the row from a backup.",
                    e);
        }
    }

    private JournalStep step(JsonParser json) throws IOException {
        String id = "";
        boolean skipped = false;
        boolean undoable = true;
        List<JournalEntry> entries = new ArrayList<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "id" -> id = json.getText();
                case "skipped" -> skipped = json.getBooleanValue();
                case "undoable" -> undoable = json.getBooleanValue();
                case "inverses" -> {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        entries.add(entry(json));
                    }
                }
                default -> json.skipChildren();
            }
        }
        return new JournalStep(id, skipped, undoable, entries);
    }

    private JournalEntry entry(JsonParser json) throws IOException {
        Undo undo = Undo.NONE;
        String reason = "";
        Set<TableName> rowsOf = new HashSet<>();
        List<Operation> operations = List.of();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "undo" -> undo = Undo.valueOf(json.getText().toUpperCase(Locale.ROOT));
                case "reason" -> reason = json.getText();
                case "rowsOf" -> {
                    while (json.nextToken() == JsonToken.VALUE_STRING) {
                        rowsOf.add(TableName.parse(json.getText()));
                    }
                }
                case "operations" -> operations = operations(json);
                default -> json.skipChildren();
            }
        }
        return new JournalEntry(new Inverse(undo, operations, reason), rowsOf);
    }

    private List<Operation> operations(JsonParser json) throws IOException {
        int start = (int) json.currentTokenLocation().getCharOffset();
        json.skipChildren();
        int end = (int) json.currentLocation().getCharOffset();
        return OperationsText.read(text.substring(start, end));
    }
}
