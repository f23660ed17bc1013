package io.godwit.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.godwit.schema.TableName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a manifest back; keys that it does not know are left alone, for a later version may write more. For one text. */
final class ManifestReader {

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final byte[] text;
    private final List<BackupManifest.BackupDocument> migrations = new ArrayList<>();
    private final List<BackupTable> tables = new ArrayList<>();
    private final List<BackupEntry> files = new ArrayList<>();

    ManifestReader(byte[] text) {
        this.text = text.clone();
    }

    BackupManifest read() throws IOException {
        try (JsonParser json = JSON.createParser(text)) {
            expect(json, JsonToken.START_OBJECT);
            Map<String, String> said = members(json, this::list);
            String format = said.getOrDefault("format", "");
            if (!format.equals(ManifestWriter.FORMAT) && !format.equals(ManifestWriter.FIRST_FORMAT)) {
                throw new IOException("its format is '" + said.get("format") + "', and not " + ManifestWriter.FORMAT);
            }
            return manifest(said);
        } catch (IllegalArgumentException e) {
            throw new IOException("its manifest cannot be read: " + e.getMessage(), e);
        }
    }

    /** Backups of before have neither content nor reason: each was an archive of rows. */
    private BackupManifest manifest(Map<String, String> said) throws IOException {
        return new BackupManifest(
                required(said, "pluginId"),
                required(said, "version"),
                required(said, "engine"),
                required(said, "engineVersion"),
                required(said, "createdAt"),
                BackupContent.valueOf(said.getOrDefault("content", "tables").toUpperCase(Locale.ROOT)),
                said.getOrDefault("reason", ""),
                said.getOrDefault("migration", ""),
                said.getOrDefault("run", ""),
                migrations,
                tables,
                files);
    }

    /** Takes a list that stands under a key. */
    private interface ListReader {
        void read(String key, JsonParser json) throws IOException;
    }

    private static Map<String, String> members(JsonParser json, ListReader lists) throws IOException {
        Map<String, String> said = new HashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_ARRAY) {
                lists.read(key, json);
            } else if (value.isScalarValue()) {
                said.put(key, json.getText());
            } else {
                json.skipChildren();
            }
        }
        expectCurrent(json, JsonToken.END_OBJECT);
        return said;
    }

    private void list(String key, JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.START_OBJECT) {
            List<BackupTable.BackupColumn> columns = new ArrayList<>();
            Map<String, String> said = members(json, (inner, list) -> columns(inner, list, columns));
            switch (key) {
                case "migrations" ->
                    migrations.add(new BackupManifest.BackupDocument(required(said, "id"), entry(said)));
                case "tables" ->
                    tables.add(new BackupTable(
                            TableName.parse(required(said, "table")),
                            entry(said),
                            Long.parseLong(required(said, "rows")),
                            columns,
                            definition(said)));
                case "files" -> files.add(entry(said));
                default -> {}
            }
        }
        expectCurrent(json, JsonToken.END_ARRAY);
    }

    private static void columns(String key, JsonParser json, List<BackupTable.BackupColumn> columns)
            throws IOException {
        while (json.nextToken() == JsonToken.START_OBJECT) {
            Map<String, String> said = members(json, (inner, list) -> list.skipChildren());
            if (key.equals("columns")) {
                columns.add(new BackupTable.BackupColumn(required(said, "name"), required(said, "type")));
            }
        }
        expectCurrent(json, JsonToken.END_ARRAY);
    }

    private static BackupEntry entry(Map<String, String> said) throws IOException {
        return new BackupEntry(required(said, "file"), required(said, "sha256"));
    }

    private static @Nullable BackupEntry definition(Map<String, String> said) throws IOException {
        String name = said.get("definition");
        return name == null ? null : new BackupEntry(name, required(said, "definitionSha256"));
    }

    private static String required(Map<String, String> said, String key) throws IOException {
        String value = said.get(key);
        if (value == null) {
            throw new IOException("its manifest has no '" + key + "'");
        }
        return value;
    }

    private static void expect(JsonParser json, JsonToken token) throws IOException {
        json.nextToken();
        expectCurrent(json, token);
    }

    private static void expectCurrent(JsonParser json, JsonToken token) throws IOException {
        if (json.currentToken() != token) {
            throw new IOException(
                    "its manifest is damaged: " + json.currentToken() + " where " + token + " was expected");
        }
    }
}
