package io.godwit.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a manifest as JSON. For one use. */
final class ManifestWriter {

    static final String FORMAT = "godwit-backup-v2";

    /** The first, without definitions and history. */
    static final String FIRST_FORMAT = "godwit-backup-v1";

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final BackupManifest manifest;

    ManifestWriter(BackupManifest manifest) {
        this.manifest = manifest;
    }

    void writeTo(OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            about(json);
            json.writeArrayFieldStart("migrations");
            for (BackupManifest.BackupDocument document : manifest.migrations()) {
                json.writeStartObject();
                json.writeStringField("id", document.id());
                entry(json, document.entry());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("tables");
            for (BackupTable table : manifest.tables()) {
                table(json, table);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("files");
            for (BackupEntry file : manifest.files()) {
                json.writeStartObject();
                entry(json, file);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private void about(JsonGenerator json) throws IOException {
        json.writeStringField("content", manifest.content().toString());
        json.writeStringField("pluginId", manifest.pluginId());
        json.writeStringField("version", manifest.version());
        json.writeStringField("engine", manifest.engine());
        json.writeStringField("engineVersion", manifest.engineVersion());
        json.writeStringField("createdAt", manifest.createdAt());
        json.writeStringField("reason", manifest.reason());
        json.writeStringField("migration", manifest.migration());
        json.writeStringField("run", manifest.run());
    }

    private static void table(JsonGenerator json, BackupTable table) throws IOException {
        json.writeStartObject();
        json.writeStringField("table", table.name().toString());
        entry(json, table.entry());
        BackupEntry definition = table.definition();
        if (definition != null) {
            json.writeStringField("definition", definition.name());
            json.writeStringField("definitionSha256", definition.sha256());
        }
        json.writeNumberField("rows", table.rows());
        json.writeArrayFieldStart("columns");
        for (BackupTable.BackupColumn column : table.columns()) {
            json.writeStartObject();
            json.writeStringField("name", column.name());
            json.writeStringField("type", column.type());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void entry(JsonGenerator json, BackupEntry entry) throws IOException {
        json.writeStringField("file", entry.name());
        json.writeStringField("sha256", entry.sha256());
    }
}
