package io.godwit.format;

import io.godwit.schema.Expression;
import io.godwit.schema.Value;
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

    ObjectWriter expression(String key, @Nullable Expression expression) {
        return expression == null ? this : node(key, SqlTextForm.write(expression, audience));
    }

    ObjectWriter value(String key, @Nullable Value value) {
        return value == null ? this : node(key, ValueForm.write(value, audience));
    }

    /** A node that may be left out. */
    ObjectWriter optional(String key, @Nullable JsonNode node) {
        return node == null ? this : node(key, node);
    }

    /** A list in its items' written forms, left out if it is empty. */
    ObjectWriter texts(String key, List<?> values) {
        if (values.isEmpty()) {
            return this;
        }
        List<JsonNode> items = new ArrayList<>(values.size());
        for (Object value : values) {
            items.add(JsonString.of(value.toString()));
        }
        return node(key, JsonArray.of(items));
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
        for (Map.Entry<String, String> extension : extensions.entrySet()) {
            node(extension.getKey(), JsonDocument.parse(extension.getValue()));
        }
        return this;
    }

    JsonObject done() {
        return JsonObject.of(fields);
    }
}
