package io.godwit.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.godwit.failure.PackageFault;
import io.godwit.format.JsonFault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One object of a manifest: each key is asked for once, and what nobody asked for is refused. For one thread. */
final class ManifestObject {

    static final int LONGEST = 16 << 20;

    private static final int DEEPEST = 6;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(LONGEST)
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(19)
                    .maxNameLength(100)
                    .maxStringLength(100_000)
                    .build())
            .build();

    private final Map<String, Object> members;

    private ManifestObject(Map<String, Object> members) {
        this.members = new LinkedHashMap<>(members);
    }

    /** The whole manifest. */
    static ManifestObject parse(byte[] text) throws RefusedArchiveException {
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            Object value = value(json);
            if (json.nextToken() != null || !(value instanceof ManifestObject whole)) {
                throw refused("it is not one object");
            }
            return whole;
        } catch (JsonProcessingException e) {
            throw refused(EntryName.shown(JsonFault.words(e.getOriginalMessage())));
        } catch (RefusedArchiveException e) {
            throw e;
        } catch (IOException e) {
            throw refused("it is no JSON");
        }
    }

    private static Object value(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, Object> members = new LinkedHashMap<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String key = json.currentName();
                json.nextToken();
                members.put(key, value(json));
            }
            return new ManifestObject(members);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Object> items = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(json));
            }
            return items;
        }
        if (token == JsonToken.VALUE_STRING) {
            return json.getText();
        }
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return json.getLongValue();
        }
        throw refused(
                token == null
                        ? "it is empty"
                        : "it holds " + token.asString() + ", where a text, a number or a list is");
    }

    boolean has(String key) {
        return members.containsKey(key);
    }

    String text(String key) throws RefusedArchiveException {
        if (members.remove(key) instanceof String text) {
            return text;
        }
        throw refused("it has no text '" + key + "' where one must be");
    }

    long number(String key) throws RefusedArchiveException {
        if (members.remove(key) instanceof Long number && number >= 0) {
            return number;
        }
        throw refused("it has no number '" + key + "' of zero or more where one must be");
    }

    List<String> texts(String key) throws RefusedArchiveException {
        return list(key, String.class);
    }

    List<ManifestObject> objects(String key) throws RefusedArchiveException {
        return list(key, ManifestObject.class);
    }

    private <T> List<T> list(String key, Class<T> kind) throws RefusedArchiveException {
        if (members.remove(key) instanceof List<?> items && items.stream().allMatch(kind::isInstance)) {
            return items.stream().map(kind::cast).toList();
        }
        throw refused("it has no list '" + key + "' where one must be");
    }

    /** Refuses the keys that nobody asked for. */
    void end() throws RefusedArchiveException {
        if (!members.isEmpty()) {
            throw refused("it has a key '"
                    + EntryName.shown(members.keySet().iterator().next()) + "' that is unknown");
        }
    }

    static RefusedArchiveException refused(String words) {
        return new RefusedArchiveException(PackageFault.MANIFEST, "its manifest cannot be used: " + words);
    }
}
