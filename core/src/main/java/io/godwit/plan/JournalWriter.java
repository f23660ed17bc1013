package io.godwit.plan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.godwit.format.OperationsText;
import io.godwit.schema.TableName;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.TreeSet;

/** Writes a journal as compact JSON. */
final class JournalWriter {

    private static final JsonFactory FACTORY = new JsonFactory();

    String write(Journal journal) {
        StringWriter text = new StringWriter(256);
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartArray();
            for (JournalStep step : journal.steps()) {
                step(json, step);
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return text.toString();
    }

    private static void step(JsonGenerator json, JournalStep step) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", step.id());
        if (step.skipped()) {
            json.writeBooleanField("skipped", true);
        }
        if (!step.undoable()) {
            json.writeBooleanField("undoable", false);
        }
        json.writeArrayFieldStart("inverses");
        for (JournalEntry entry : step.entries()) {
            entry(json, entry);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void entry(JsonGenerator json, JournalEntry entry) throws IOException {
        Inverse inverse = entry.inverse();
        json.writeStartObject();
        json.writeStringField("undo", inverse.undo().toString());
        if (!inverse.reason().isEmpty()) {
            json.writeStringField("reason", inverse.reason());
        }
        if (!entry.rowsOf().isEmpty()) {
            json.writeArrayFieldStart("rowsOf");
            for (TableName table : new TreeSet<>(entry.rowsOf())) {
                json.writeString(table.toString());
            }
            json.writeEndArray();
        }
        json.writeFieldName("operations");
        json.writeRawValue(OperationsText.write(inverse.operations()));
        json.writeEndObject();
    }
}
