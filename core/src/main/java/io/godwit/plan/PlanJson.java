package io.godwit.plan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.godwit.dialect.Statement;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** A plan as JSON, in the shape that scripts may rely on. */
final class PlanJson {

    private final Plan plan;

    PlanJson(Plan plan) {
        this.plan = plan;
    }

    String text() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            json.writeStringField("engine", plan.engine());
            json.writeStringField("version", plan.version());
            json.writeStringField("risk", plan.risk().toString());
            json.writeArrayFieldStart("migrations");
            for (MigrationPlan migration : plan.migrations()) {
                migration(json, migration);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("findings");
            for (Finding finding : plan.findings()) {
                finding(json, finding);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return text.append('\n').toString();
    }

    private static void migration(JsonGenerator json, MigrationPlan migration) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", migration.id());
        json.writeStringField("pluginId", migration.migration().pluginId());
        json.writeStringField("version", migration.migration().version().toString());
        json.writeStringField("direction", migration.direction().toString());
        if (migration.skipped()) {
            json.writeBooleanField("skipped", true);
        }
        json.writeArrayFieldStart("steps");
        for (StepPlan step : migration.steps()) {
            step(json, step);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void step(JsonGenerator json, StepPlan step) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", step.step().id());
        json.writeBooleanField("atomic", step.atomic());
        if (step.deferred()) {
            json.writeBooleanField("deferred", true);
        }
        json.writeStringField("undo", step.undo().toString());
        if (!step.undoReason().isEmpty()) {
            json.writeStringField("undoReason", step.undoReason());
        }
        json.writeArrayFieldStart("statements");
        for (Statement statement : step.statements()) {
            json.writeString(statement.sql());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void finding(JsonGenerator json, Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", finding.rule());
        json.writeStringField("severity", finding.severity().toString());
        json.writeStringField("migration", finding.migration());
        json.writeStringField("step", finding.step());
        json.writeStringField("message", finding.message());
        json.writeStringField("safer", finding.safer());
        DataCheck check = finding.check();
        if (check != null) {
            json.writeStringField("check", check.sql());
        }
        json.writeEndObject();
    }
}
