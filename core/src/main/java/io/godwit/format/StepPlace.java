package io.godwit.format;

import io.godwit.failure.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds where something stands in a document that has no fault: positions are not kept with a migration, so it is looked at again. */
final class StepPlace {

    private final MigrationDocument document;
    private final Reading reading;
    private final @Nullable JsonNode root;
    private final @Nullable JsonObject migration;

    StepPlace(MigrationDocument document) {
        this.document = document;
        String text = new String(document.bytes(), StandardCharsets.UTF_8);
        char[] characters = text.startsWith("\uFEFF") ? text.substring(1).toCharArray() : text.toCharArray();
        this.reading = new Reading(new DocumentText(document.name(), characters), Audience.HISTORY, null);
        this.root = JsonDocument.read(reading).orElse(null);
        this.migration = object(root == null ? null : object(root, "migration"));
    }

    private static @Nullable JsonObject object(@Nullable JsonNode node) {
        return node instanceof JsonObject object ? object : null;
    }

    private static @Nullable JsonNode object(@Nullable JsonNode node, String key) {
        return node instanceof JsonObject object ? object.get(key) : null;
    }

    /** A problem of the migration's id. */
    Problem id(String message) {
        return problem(object(migration, "id"), "/migration/id", message);
    }

    /** A problem of the source of a step's transform. */
    Problem source(String step, String message) {
        for (String side : List.of("up", "down")) {
            if (object(object(migration, "steps"), side) instanceof JsonArray steps) {
                for (JsonNode each : steps.items()) {
                    JsonNode source = object(object(each, "transform"), "source");
                    if (source != null
                            && object(each, "id") instanceof JsonString id
                            && id.value().equals(step)) {
                        return problem(source, "", message);
                    }
                }
            }
        }
        return problem(null, "", "step " + step + ": " + message);
    }

    /** A problem of what stands at a path of keys and indexes, or around it. */
    Problem at(List<String> path, String message) {
        JsonNode found = root;
        for (String key : path) {
            JsonNode next = below(found, key);
            if (next == null) {
                break;
            }
            found = next;
        }
        return problem(found, "", message);
    }

    private static @Nullable JsonNode below(@Nullable JsonNode node, String key) {
        if (node instanceof JsonArray array) {
            int index = Integer.parseInt(key);
            return index < array.items().size() ? array.items().get(index) : null;
        }
        return object(node, key);
    }

    private Problem problem(@Nullable JsonNode node, String pointer, String message) {
        return node == null
                ? new Problem(document.name(), pointer, 0, 0, message)
                : reading.text().problem(node.place(), message);
    }
}
