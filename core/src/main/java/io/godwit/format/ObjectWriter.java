package io.godwit.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts an object together, key by key in the order of the format; what is null, empty or a default is left out. */
final class ObjectWriter {

    private final Audience audience;
    private final Map<String, JsonNode> fields = new LinkedHashMap<>();

    ObjectWriter(Audience audience) {
        this.audience = audience;
    }

    Audience audience() {
        return audience;
    }

    ObjectWriter node(String key, JsonNode node) {
        fields.put(key, node);
        return this;
    }

    /** A value in its written form. */
    ObjectWriter text(String key, @Nullable Object value) {
        return value == null ? this : node(key, JsonString.of(value.toString()));
    }

    /** An enumeration's value, unless it is the default. */
    <E extends Enum<E>> ObjectWriter choice(String key, @Nullable E value, @Nullable E otherwise) {
        return value == otherwise ? this : text(key, value);
    }

    ObjectWriter flag(String key, boolean value, boolean otherwise) {
        return value == otherwise ? this : node(key, JsonFlag.of(value));
    }

    ObjectWriter number(String key, @Nullable Number value) {
        return value == null ? this : node(key, JsonNumber.of(value.toString()));
    }

    <T> ObjectWriter part(String key, @Nullable T value, Function<T, JsonNode> form) {
        return value == null ? this : node(key, form.apply(value));
    }

    /** A list, left out if it is empty. */
    <T> ObjectWriter list(String key, List<T> values, Function<T, JsonNode> form) {
        return values.isEmpty() ? this : fullList(key, values, form);
    }

    /** A list, even if it is empty. */
    <T> ObjectWriter fullList(String key, List<T> values, Function<T, JsonNode> form) {
        List<JsonNode> items = new ArrayList<>(values.size());
        for (T value : values) {
            items.add(form.apply(value));
        }
        return node(key, JsonArray.of(items));
    }

    /** Keys that begin with {@code x-}, from their JSON. */
    ObjectWriter extensions(Map<String, String> extensions) {
        extensions.forEach((key, json) -> node(key, JsonDocument.parse(json)));
        return this;
    }

    JsonObject done() {
        return JsonObject.of(fields);
    }
}
