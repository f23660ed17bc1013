package io.godwit.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/** The manifest of an export as JSON, and back from one that a stranger may have written. Stateless. */
final class RowsManifestText {

    private RowsManifestText() {}

    static byte[] write(RowsManifest manifest) {
        return ManifestWriter.document(json -> write(json, manifest));
    }

    private static void write(JsonGenerator json, RowsManifest manifest) throws IOException {
        json.writeStringField("format", RowsManifest.FORMAT);
        json.writeStringField("engine", manifest.engine());
        json.writeStringField("engineVersion", manifest.engineVersion());
        json.writeStringField("pluginId", manifest.pluginId());
        json.writeStringField("createdAt", manifest.created().toString());
        json.writeStringField("tool", manifest.tool());
        PackagedTables.write(json, manifest.tables());
        ManifestWriter.files(json, manifest.files());
    }

    static RowsManifest read(byte[] text) throws RefusedArchiveException {
        ManifestObject whole = ManifestObject.parse(text);
        String format = whole.text("format");
        if (!format.equals(RowsManifest.FORMAT)) {
            String hint = format.equals(PackageManifest.FORMAT) ? ": install brings a package in" : "";
            throw ManifestObject.refused("its format is '" + EntryName.shown(format) + "', and not "
                    + RowsManifest.FORMAT + ", which is what an export has" + hint);
        }
        try {
            return manifest(whole);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw ManifestObject.refused(EntryName.shown(String.valueOf(e.getMessage())));
        }
    }

    private static RowsManifest manifest(ManifestObject whole) throws RefusedArchiveException {
        RowsManifest manifest = new RowsManifest(
                whole.text("engine"),
                whole.text("engineVersion"),
                whole.text("pluginId"),
                Instant.parse(whole.text("createdAt")),
                whole.text("tool"),
                PackagedTables.read(whole.objects("tables")),
                ManifestReader.files(whole.objects("files")));
        whole.end();
        PackagedTables.agree(manifest.tables(), manifest.files());
        if (manifest.tables().size() != manifest.files().size()) {
            throw ManifestObject.refused("it lists files that are no table's");
        }
        return manifest;
    }
}
