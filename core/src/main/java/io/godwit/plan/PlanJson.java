package io.godwit.plan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.godwit.dialect.Statement;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

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
            json.writeStringField("hash", plan.hash());
            json.writeStringField("risk", plan.risk().toString());
            estimate(json, plan.estimate());
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

    private static void estimate(JsonGenerator json, Optional<Estimate> known) throws IOException {
        if (known.isPresent()) {
            Estimate estimate = known.get();
            json.writeObjectFieldStart("estimate");
            json.writeNumberField("millis", estimate.duration().toMillis());
            json.writeStringField("basis", estimate.basis().toString());
            json.writeEndObject();
        }
    }

    private void migration(JsonGenerator json, MigrationPlan migration) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", migration.id());
        json.writeStringField("pluginId", migration.migration().pluginId());
        json.writeStringField("version", migration.migration().version().toString());
        json.writeStringField("direction", migration.direction().toString());
        if (migration.skipped()) {
            json.writeBooleanField("skipped", true);
        }
        estimate(json, plan.estimate(migration));
        backup(json, plan.backup(migration));
        touches(json, migration.touches());
        json.writeArrayFieldStart("steps");
        for (StepPlan step : migration.steps()) {
            step(json, migration, step);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void backup(JsonGenerator json, Optional<BackupNeed> known) throws IOException {
        if (known.isPresent()) {
            json.writeObjectFieldStart("backup");
            json.writeStringField("reason", known.get().reason());
            json.writeEndObject();
        }
    }

    private static void touches(JsonGenerator json, Touches touches) throws IOException {
        json.writeArrayFieldStart("touches");
        for (Touch touch : touches.all()) {
            json.writeStartObject();
            json.writeStringField("effect", touch.effect().toString());
            json.writeStringField("kind", touch.kind().toString());
            named(json, "name", touch.name());
            named(json, "table", touch.table());
            named(json, "to", touch.to());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** What is empty has nothing to say. */
    private static void named(JsonGenerator json, String key, String text) throws IOException {
        if (!text.isEmpty()) {
            json.writeStringField(key, text);
        }
    }

    private static void step(JsonGenerator json, MigrationPlan migration, StepPlan step) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", step.step().id());
        json.writeBooleanField("atomic", step.atomic());
        if (step.deferred()) {
            json.writeBooleanField("deferred", true);
        }
        StepUndo undo = migration.undo(step);
        json.writeStringField("undo", undo.undo().toString());
        named(json, "undoReason", undo.reason());
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
