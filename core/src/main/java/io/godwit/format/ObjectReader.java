package io.godwit.format;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the keys of one object. A key that was asked for is known; when the object is complete, every other key is reported.
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
        return found(key, true) ? reader.read(field(key)) : Part.nothing();
    }

    <T> Part<T> optional(String key, PartReader<T> reader) {
        return found(key, false) ? reader.read(field(key)) : Part.nothing();
    }

    Part<String> text(String key) {
        return found(key, false) ? field(key).text() : Part.nothing();
    }

    Part<String> requiredWords(String key) {
        return found(key, true) ? field(key).words() : Part.nothing();
    }

    <T> Part<T> converted(String key, Function<String, T> conversion) {
        return found(key, false) ? field(key).converted(conversion) : Part.nothing();
    }

    <T> Part<T> requiredConverted(String key, Function<String, T> conversion) {
        return found(key, true) ? field(key).converted(conversion) : Part.nothing();
    }

    <E extends Enum<E>> Part<E> choice(String key, E[] choices) {
        return found(key, false) ? field(key).choice(choices) : Part.nothing();
    }

    <E extends Enum<E>> Part<E> requiredChoice(String key, E[] choices) {
        return found(key, true) ? field(key).choice(choices) : Part.nothing();
    }

    Part<Long> integer(String key, long least, long most) {
        return found(key, false) ? field(key).integer(least, most) : Part.nothing();
    }

    Part<Boolean> flag(String key, boolean otherwise) {
        return Part.of(found(key, false) ? field(key).flag().or(otherwise) : otherwise);
    }

    <T> Part<T> object(String key, ObjectForm<T> form) {
        return found(key, false) ? field(key).object(form) : Part.nothing();
    }

    <T> Part<T> requiredObject(String key, ObjectForm<T> form) {
        return found(key, true) ? field(key).object(form) : Part.nothing();
    }

    /** A list of at least one. */
    <T> Part<List<T>> items(String key, PartReader<T> reader) {
        return found(key, true) ? field(key).items(reader) : Part.nothing();
    }

    /** A list that may be left out, which is the same as an empty one. */
    <T> Part<List<T>> list(String key, PartReader<T> reader) {
        Part<List<T>> list = found(key, false) ? field(key).anyItems(reader) : Part.nothing();
        return list.orNull() == null ? Part.of(List.of()) : list;
    }

    /** Notes that the key is known, and that it is missing if it must be there and is not. */
    private boolean found(String key, boolean mustBe) {
        known.add(key);
        boolean found = has(key);
        if (mustBe && !found) {
            missing.add(key);
        }
        return found;
    }

    private Input field(String key) {
        return new Input(object.fields().get(key), reading);
    }

    /** Keys of the object that begin with {@code x-}, to their JSON. */
    Map<String, String> extensions() {
        Map<String, String> extensions = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : object.fields().entrySet()) {
            if (field.getKey().startsWith("x-")) {
                extensions.put(field.getKey(), JsonText.compact(field.getValue()));
            }
        }
        return extensions;
    }

    /** Whether a key is allowed on every object that is not data. */
    static boolean isTolerated(String key) {
        return key.startsWith("x-") || key.equals("comment") || key.equals("$schema");
    }

    /** Reports unknown and missing keys; whether nothing in the object was wrong, so that it can be made. */
    boolean complete() {
        reportKeys();
        return reading.problemCount() == problemsBefore;
    }

    private void reportKeys() {
        for (Map.Entry<String, JsonNode> field : object.fields().entrySet()) {
            if (!known.contains(field.getKey()) && !isTolerated(field.getKey())) {
                reportUnknown(field.getKey(), field.getValue());
            }
        }
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
