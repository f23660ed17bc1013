package io.godwit.format;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object.
 *
 * @param fields in the order written
 */
record JsonObject(Place place, Map<String, JsonNode> fields) implements JsonNode {

    static JsonObject of(Map<String, JsonNode> fields) {
        return new JsonObject(Place.NONE, fields);
    }

    /** An object with one key. */
    static JsonObject of(String key, JsonNode value) {
        return of(Map.of(key, value));
    }

    @Nullable
    JsonNode get(String key) {
        return fields.get(key);
    }

    /** Whether it has these keys and no others. */
    boolean hasOnly(String... keys) {
        if (fields.size() != keys.length) {
            return false;
        }
        for (String key : keys) {
            if (!fields.containsKey(key)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String describe() {
        return "an object";
    }
}
