package io.godwit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** A fleet's report, as scripts read it. */
final class FleetJson {

    private final FleetReport report;

    FleetJson(FleetReport report) {
        this.report = report;
    }

    String text() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            json.writeBooleanField("succeeded", report.succeeded());
            json.writeStringField("stopped", report.stopped());
            json.writeNumberField("millis", report.duration().toMillis());
            json.writeArrayFieldStart("targets");
            for (TargetReport target : report.targets()) {
                target(json, target);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return text.append('\n').toString();
    }

    private static void target(JsonGenerator json, TargetReport target) throws IOException {
        json.writeStartObject();
        json.writeStringField("target", target.target());
        json.writeStringField("outcome", target.outcomeText());
        ids(json, "applied", target.applied());
        ids(json, "rolledBack", target.rolledBack());
        RuntimeException failure = target.failure();
        if (failure != null) {
            json.writeStringField("failure", String.valueOf(failure.getMessage()));
        }
        json.writeNumberField("millis", target.duration().toMillis());
        json.writeEndObject();
    }

    private static void ids(JsonGenerator json, String name, List<String> ids) throws IOException {
        json.writeArrayFieldStart(name);
        for (String id : ids) {
            json.writeString(id);
        }
        json.writeEndArray();
    }
}
