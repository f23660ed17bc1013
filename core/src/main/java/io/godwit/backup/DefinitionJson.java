package io.godwit.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.godwit.dialect.TableDefinition;
import io.godwit.history.ObjectKind;
import io.godwit.schema.TableName;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The engine's statements in a backup, as JSON: lists of texts under names. Stateless. */
final class DefinitionJson {

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private DefinitionJson() {}

    static void write(TableDefinition definition, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            list(json, "needs", definition.needs());
            list(json, "create", definition.create());
            list(json, "finish", definition.finish());
            list(json, "links", definition.links());
            json.writeEndObject();
        }
    }

    static void write(List<BackupObject> objects, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out).useDefaultPrettyPrinter()) {
            json.writeStartArray();
            for (BackupObject object : objects) {
                json.writeStartObject();
                list(
                        json,
                        "name",
                        List.of(object.kind().toString(), object.name().toString()));
                list(json, "statements", object.statements());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private static void list(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    static TableDefinition definition(InputStream in) throws IOException {
        try (JsonParser json = JSON.createParser(in)) {
            json.nextToken();
            Map<String, List<String>> lists = lists(json);
            return new TableDefinition(
                    named(lists, "needs"), named(lists, "create"), named(lists, "finish"), named(lists, "links"));
        }
    }

    static List<BackupObject> objects(InputStream in) throws IOException {
        List<BackupObject> objects = new ArrayList<>();
        try (JsonParser json = JSON.createParser(in)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.START_OBJECT) {
                Map<String, List<String>> lists = lists(json);
                List<String> name = named(lists, "name");
                objects.add(new BackupObject(
                        ObjectKind.valueOf(name.get(0).toUpperCase(Locale.ROOT)),
                        TableName.parse(name.get(1)),
                        named(lists, "statements")));
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("a definition cannot be read", e);
        }
        return objects;
    }

    private static List<String> named(Map<String, List<String>> lists, String name) throws IOException {
        List<String> list = lists.get(name);
        if (list == null) {
            throw new IOException("a definition has no '" + name + "'");
        }
        return list;
    }

    private static Map<String, List<String>> lists(JsonParser json) throws IOException {
        Map<String, List<String>> lists = new HashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            List<String> texts = new ArrayList<>();
            lists.put(json.currentName(), texts);
            json.nextToken();
            while (json.nextToken() == JsonToken.VALUE_STRING) {
                texts.add(json.getText());
            }
        }
        return lists;
    }
}
