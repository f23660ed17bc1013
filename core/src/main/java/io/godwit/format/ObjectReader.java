package io.godwit.format;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads the keys of one object. A key that was asked for is known; when the object is made, every other key is reported.
 *
 * <p>A required key that is missing is not reported when an unknown key looks like a misspelling of it.
 */
final class ObjectReader {

    private final JsonObject object;
    private final Reading reading;
    private final int problemsBefore;
    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> missing = new LinkedHashSet<>();

    ObjectReader(JsonObject object, Reading reading) {
        this.object = object;
        this.reading = reading;
        this.problemsBefore = reading.problemCount();
    }

    JsonObject json() {
        return object;
    }

    Reading reading() {
        return reading;
    }

    Input input() {
        return new Input(object, reading);
    }

    boolean has(String key) {
        return object.get(key) != null;
    }

    /** Whether an unknown key looks like one of these. */
    boolean misspells(String... keys) {
        List<String> meant = List.of(keys);
        return object.fields().keySet().stream()
                .filter(key -> !known.contains(key) && !isTolerated(key))
                .anyMatch(key -> Suggestion.of(key, meant).isPresent());
    }

    <T> Part<T> required(String key, PartReader<T> reader) {
        if (!has(key)) {
            missing.add(key);
        }
        return optional(key, reader);
    }

    <T> Part<T> optional(String key, PartReader<T> reader) {
        known.add(key);
        JsonNode node = object.get(key);
        return node == null ? Part.nothing() : reader.read(new Input(node, reading));
    }

    /** A list that may be left out, which is the same as an empty one. */
    <T> Part<List<T>> list(String key, PartReader<T> reader) {
        Part<List<T>> list = optional(key, input -> input.anyItems(reader));
        return list.orNull() == null ? Part.of(List.of()) : list;
    }

    Part<Boolean> flag(String key, boolean otherwise) {
        return Part.of(optional(key, Input::flag).or(otherwise));
    }

    /** Keys of the object that begin with {@code x-}, to their JSON. */
    Map<String, String> extensions() {
        Map<String, String> extensions = new LinkedHashMap<>();
        object.fields().forEach((key, node) -> {
            if (key.startsWith("x-")) {
                extensions.put(key, JsonText.compact(node));
            }
        });
        return extensions;
    }

    /** Whether a key is allowed on every object that is not data. */
    static boolean isTolerated(String key) {
        return key.startsWith("x-") || key.equals("comment") || key.equals("$schema");
    }

    /** Reports unknown and missing keys, then makes the value unless something in the object was wrong. */
    <T> Part<T> make(Supplier<? extends T> value) {
        reportKeys();
        if (reading.problemCount() > problemsBefore) {
            return Part.nothing();
        }
        try {
            return Part.of(value.get());
        } catch (IllegalArgumentException refused) {
            return input().fault(String.valueOf(refused.getMessage()));
        }
    }

    private void reportKeys() {
        object.fields().forEach((key, node) -> {
            if (!known.contains(key) && !isTolerated(key)) {
                reportUnknown(key, node);
            }
        });
        for (String key : missing) {
            reading.report(object.place(), "'" + key + "' is missing");
        }
    }

    private void reportUnknown(String key, JsonNode node) {
        Suggestion.of(key, known).ifPresent(missing::remove);
        String help = Suggestion.ask(key, known);
        String keys = known.isEmpty() ? "" : "; known here: " + String.join(", ", known);
        reading.report(node.place(), "unknown key '" + key + "'" + (help.isEmpty() ? keys : help));
    }
}
