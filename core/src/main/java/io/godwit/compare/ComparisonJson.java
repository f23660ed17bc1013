package io.godwit.compare;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.godwit.plan.Plan;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A comparison, as scripts read it. */
final class ComparisonJson {

    private final Comparison comparison;

    ComparisonJson(Comparison comparison) {
        this.comparison = comparison;
    }

    /** What is written for each of several. */
    private interface Member<T> {
        void write(JsonGenerator json, T value) throws IOException;
    }

    String text() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            json.writeBooleanField("equal", comparison.isEqual());
            database(json, "here", comparison.here());
            database(json, "there", comparison.there());
            all(json, "migrations", comparison.migrations(), ComparisonJson::migration);
            all(json, "differences", comparison.differences(), ComparisonJson::difference);
            all(json, "tables", comparison.tables(), ComparisonJson::table);
            all(json, "ways", comparison.ways(), ComparisonJson::way);
            all(json, "uncompared", comparison.uncompared(), JsonGenerator::writeString);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return text.append('\n').toString();
    }

    private static <T> void all(JsonGenerator json, String name, List<T> values, Member<T> member) throws IOException {
        json.writeArrayFieldStart(name);
        for (T value : values) {
            member.write(json, value);
        }
        json.writeEndArray();
    }

    private static void database(JsonGenerator json, String name, ComparedDatabase database) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("engine", database.engine());
        json.writeStringField("version", database.version());
        json.writeBooleanField("history", database.history());
        json.writeEndObject();
    }

    private static void migration(JsonGenerator json, ComparedMigration migration) throws IOException {
        json.writeStartObject();
        json.writeStringField("pluginId", migration.pluginId());
        json.writeStringField("id", migration.migrationId());
        json.writeStringField("standing", migration.standing().words());
        recorded(json, "here", migration.here());
        recorded(json, "there", migration.there());
        json.writeEndObject();
    }

    private static void recorded(JsonGenerator json, String name, ComparedMigration.@Nullable Recorded recorded)
            throws IOException {
        if (recorded == null) {
            json.writeNullField(name);
            return;
        }
        json.writeObjectFieldStart(name);
        json.writeStringField("version", recorded.version());
        json.writeStringField("state", recorded.state().toString());
        json.writeStringField("upHash", recorded.upHash());
        json.writeStringField("downHash", recorded.downHash());
        json.writeEndObject();
    }

    private static void difference(JsonGenerator json, Difference difference) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", difference.kind().toString());
        json.writeStringField("object", difference.object());
        named(json, "part", difference.part());
        named(json, "attribute", difference.attribute());
        json.writeStringField("here", difference.here());
        json.writeStringField("there", difference.there());
        all(json, "explainedBy", difference.explainedBy(), JsonGenerator::writeString);
        json.writeEndObject();
    }

    /** What is empty has nothing to say. */
    private static void named(JsonGenerator json, String key, String text) throws IOException {
        if (!text.isEmpty()) {
            json.writeStringField(key, text);
        }
    }

    private static void table(JsonGenerator json, ComparedTable table) throws IOException {
        json.writeStartObject();
        json.writeStringField("table", table.table());
        json.writeBooleanField("equal", table.isSame());
        content(json, "here", table.here());
        content(json, "there", table.there());
        all(json, "leftOut", table.leftOut(), JsonGenerator::writeString);
        json.writeEndObject();
    }

    private static void way(JsonGenerator json, Way way) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", way.kind().toString());
        all(json, "commands", way.commands(), JsonGenerator::writeString);
        named(json, "reason", way.reason());
        Plan plan = way.plan();
        if (plan != null) {
            json.writeFieldName("plan");
            json.writeRawValue(plan.toJson().strip());
        }
        json.writeEndObject();
    }

    private static void content(JsonGenerator json, String name, ComparedTable.Content content) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("rows", content.rows());
        if (content.digest() != null) {
            json.writeStringField("digest", content.digest());
        }
        json.writeEndObject();
    }
}
