package io.godwit.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes a manifest as JSON, the same bytes for the same manifest on every system. For one use. */
final class ManifestWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private final PackageManifest manifest;

    ManifestWriter(PackageManifest manifest) {
        this.manifest = manifest;
    }

    byte[] bytes() {
        return document(json -> {
            about(json);
            json.writeArrayFieldStart("migrations");
            for (PackagedMigration migration : manifest.migrations()) {
                migration(json, migration);
            }
            json.writeEndArray();
            files(json, manifest.files());
            if (!manifest.tables().isEmpty()) {
                PackagedTables.write(json, manifest.tables());
            }
        });
    }

    /** Writes the members of an object. */
    interface Members {
        void writeTo(JsonGenerator json) throws IOException;
    }

    static byte[] document(Members members) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
            json.writeStartObject();
            members.writeTo(json);
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return out.toByteArray();
    }

    static void files(JsonGenerator json, List<PackagedFile> files) throws IOException {
        json.writeArrayFieldStart("files");
        for (PackagedFile file : files) {
            file(json, file);
        }
        json.writeEndArray();
    }

    private void about(JsonGenerator json) throws IOException {
        json.writeStringField("format", PackageManifest.FORMAT);
        json.writeStringField("pluginId", manifest.pluginId());
        json.writeStringField("version", manifest.version().toString());
        PackageBase base = manifest.base();
        if (base != null) {
            DeltaManifest.write(json, base);
        }
        texts(json, "databaseEngines", manifest.engines());
        texts(json, "dependencies", manifest.dependencies());
        json.writeStringField("createdAt", manifest.created().toString());
        json.writeStringField("tool", manifest.tool());
    }

    private static void texts(JsonGenerator json, String key, List<String> texts) throws IOException {
        json.writeArrayFieldStart(key);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static void migration(JsonGenerator json, PackagedMigration migration) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", migration.id());
        json.writeStringField("version", migration.version().toString());
        json.writeStringField("file", migration.file());
        json.writeStringField("up", migration.hashes().up());
        json.writeStringField("down", migration.hashes().down());
        json.writeEndObject();
    }

    private static void file(JsonGenerator json, PackagedFile file) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", file.path());
        json.writeNumberField("size", file.size());
        json.writeStringField("sha256", file.sha256());
        json.writeEndObject();
    }
}
