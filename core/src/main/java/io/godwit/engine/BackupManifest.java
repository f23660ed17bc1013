package io.godwit.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.godwit.migration.Migration;
import io.godwit.plan.Plan;
import io.godwit.schema.Column;
import io.godwit.schema.TableName;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a backup says of itself, filled while it is written. For one thread. */
final class BackupManifest {

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final Plan plan;
    private final String createdAt;
    private final List<Part> migrations = new ArrayList<>();
    private final List<TablePart> tables = new ArrayList<>();

    BackupManifest(Plan plan, String createdAt) {
        this.plan = plan;
        this.createdAt = createdAt;
    }

    private record Part(String name, BackupFile.Entry entry) {}

    private record TablePart(TableName name, BackupFile.Entry entry, long rows, List<Column> columns) {}

    /** Unique by the run. */
    String fileName(String runId) {
        Migration newest = newest();
        return newest.pluginId() + "-" + newest.version() + "-" + createdAt.replaceAll("[-:]|\\.\\d+", "") + "-"
                + runId.substring(0, 8) + ".godwit-backup.zip";
    }

    /** The way back begins with the newest. */
    private Migration newest() {
        return plan.migrations().get(0).migration();
    }

    void migration(String id, BackupFile.Entry entry) {
        migrations.add(new Part(id, entry));
    }

    /** Numbered, so that names that a file system holds equal stay apart. */
    String tableFile(TableName table) {
        String readable = table.folded().text().replaceAll("[^A-Za-z0-9_-]", "_");
        return String.format(
                Locale.ROOT,
                "data/%03d-%s.jsonl",
                tables.size() + 1,
                readable.substring(0, Math.min(80, readable.length())));
    }

    void table(TableName name, BackupFile.Entry entry, long rows, List<Column> columns) {
        tables.add(new TablePart(name, entry, rows, columns));
    }

    int tables() {
        return tables.size();
    }

    long rows() {
        return tables.stream().mapToLong(TablePart::rows).sum();
    }

    void writeTo(OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("format", "godwit-backup-v1");
            json.writeStringField("pluginId", newest().pluginId());
            json.writeStringField("version", newest().version().toString());
            json.writeStringField("engine", plan.engine());
            json.writeStringField("engineVersion", plan.version());
            json.writeStringField("createdAt", createdAt);
            json.writeArrayFieldStart("migrations");
            for (Part part : migrations) {
                json.writeStartObject();
                json.writeStringField("id", part.name());
                entry(json, part.entry());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("tables");
            for (TablePart table : tables) {
                table(json, table);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void table(JsonGenerator json, TablePart table) throws IOException {
        json.writeStartObject();
        json.writeStringField("table", table.name().toString());
        entry(json, table.entry());
        json.writeNumberField("rows", table.rows());
        json.writeArrayFieldStart("columns");
        for (Column column : table.columns()) {
            json.writeStartObject();
            json.writeStringField("name", column.name().text());
            json.writeStringField("type", column.type().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void entry(JsonGenerator json, BackupFile.Entry entry) throws IOException {
        json.writeStringField("file", entry.name());
        json.writeStringField("sha256", entry.sha256());
    }
}
