package io.godwit.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.godwit.Godwit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The keys of each operation, as the JSON Schema has them. */
final class KeyTable {

    /** What tells of its own inside in one sentence, and would fill the page. */
    private static final Set<String> WHOLE = Set.of("#/$defs/type", "#/$defs/sqlSource", "#/$defs/row");

    private static final String VALUE = "#/$defs/value";

    private final JsonNode schema;
    private final JsonNode operations;

    KeyTable() {
        try (InputStream file = Godwit.class.getResourceAsStream("format/portable-migration-v1.schema.json")) {
            schema = new ObjectMapper().readTree(Objects.requireNonNull(file, "the JSON Schema"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        operations = schema.at("/$defs/operation/properties");
    }

    /** Every operation, in the order of the reference. */
    Stream<String> operations() {
        return operations.properties().stream().map(Map.Entry::getKey);
    }

    /** The table in Markdown. */
    String of(String operation) {
        List<String> lines = new ArrayList<>();
        lines.add("| key | needed | default | meaning |");
        lines.add("|---|:-:|---|---|");
        collect("", resolved(operations.path(operation)), lines);
        return String.join("\n", lines) + "\n";
    }

    private void collect(String prefix, JsonNode object, List<String> lines) {
        Set<String> needed = StreamSupport.stream(object.path("required").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
        object.path("properties").properties().forEach(property -> {
            if (property.getValue().isObject()) {
                String key = prefix + property.getKey();
                lines.add(line(key, needed.contains(property.getKey()), property.getValue()));
                inside(key, property.getValue(), lines);
            }
        });
    }

    private void inside(String key, JsonNode value, List<String> lines) {
        if (WHOLE.contains(value.path("$ref").asText())) {
            return;
        }
        JsonNode node = resolved(value);
        if (node.has("items")) {
            inside(key + "[]", node.get("items"), lines);
        }
        node.path("anyOf").forEach(choice -> inside(key, choice, lines));
        collect(key + ".", node, lines);
    }

    private String line(String key, boolean needed, JsonNode value) {
        JsonNode node = resolved(value);
        String meaning =
                value.path("description").asText(node.path("description").asText());
        assertThat(meaning).as("what the JSON Schema says of " + key).isNotEmpty();
        if (value.path("$ref").asText().equals(VALUE) && value.has("description")) {
            meaning += " " + node.path("description").asText();
        }
        String initial = node.has("default") ? "`" + node.get("default").asText() + "`" : "";
        return "| `" + key + "` | " + (needed ? "✓" : "") + " | " + initial + " | " + meaning + words(value) + " |";
    }

    /** The words of an enumeration. */
    private String words(JsonNode value) {
        if (WHOLE.contains(value.path("$ref").asText())) {
            return "";
        }
        JsonNode node = resolved(value);
        if (node.has("items")) {
            return words(node.get("items"));
        }
        String words = StreamSupport.stream(node.at("/anyOf/0/enum").spliterator(), false)
                .map(word -> "`" + word.asText() + "`")
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "" : " One of " + words + ".";
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? schema.at(node.get("$ref").asText().substring(1)) : node;
    }
}
