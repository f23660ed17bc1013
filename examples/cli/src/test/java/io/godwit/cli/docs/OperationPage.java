package io.godwit.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.godwit.format.MigrationReader;
import io.godwit.migration.Migration;
import io.godwit.tck.harness.WrittenPage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One operation's page. The blocks of JSON are its author's: a whole document is what the examples after it find there, anything else
 * is an example: an operation, a list of operations, or a step. What follows an example up to its mark is written. For one thread.
 */
final class OperationPage {

    static final List<String> ENGINES =
            List.of("postgresql:17", "mysql:9.7", "mariadb:11.8", "sqlite:3.50", "sqlserver:2022");

    private static final Pattern BLOCK =
            Pattern.compile("```json\n(.*?)```\n(?:\n<!-- sql -->\n.*?<!-- /sql -->\n)?", Pattern.DOTALL);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String operation;
    private final List<Migration> given;
    private final List<List<EngineAnswer>> examples = new ArrayList<>();

    OperationPage(String operation, List<Migration> given) {
        this.operation = operation;
        this.given = new ArrayList<>(given);
    }

    /** The page with what is written in it. */
    String written(String page, KeyTable keys) {
        String text = WrittenPage.between(page, "<!-- keys -->\n", "<!-- /keys -->", keys.of(operation));
        String written = BLOCK.matcher(text).replaceAll(block -> Matcher.quoteReplacement(block(block.group(1))));
        assertThat(examples).as("examples of " + operation).isNotEmpty();
        return written;
    }

    /** How many of the examples each engine takes. */
    Stream<String> extents() {
        return IntStream.range(0, ENGINES.size()).mapToObj(engine -> {
            long refused = examples.stream()
                    .filter(answers -> answers.get(engine).refused())
                    .count();
            return refused == 0 ? "✓" : refused == examples.size() ? "–" : "in part";
        });
    }

    /** The documents of a page. */
    static List<Migration> documents(String page) {
        return BLOCK.matcher(page)
                .results()
                .map(block -> new MigrationReader().read("page", block.group(1)))
                .toList();
    }

    private String block(String json) {
        JsonNode example = parsed(json);
        String fenced = "```json\n" + json + "```\n";
        if (example.has("format")) {
            given.add(new MigrationReader().read(operation, json));
            return fenced;
        }
        assertThat(example.findValue(operation)).as("the operation in " + json).isNotNull();
        List<Migration> migrations = new ArrayList<>(given);
        migrations.add(new MigrationReader().read(operation, document(example)));
        List<EngineAnswer> answers = ENGINES.stream()
                .map(engine -> EngineAnswer.of(engine, migrations))
                .toList();
        examples.add(answers);
        return fenced + "\n<!-- sql -->\n" + engines(answers) + undo(answers) + "<!-- /sql -->\n";
    }

    private static String document(JsonNode example) {
        String step = example.has("id")
                ? example.toString()
                : "{\"id\": \"example\", \"operations\": " + (example.isArray() ? example : "[" + example + "]") + "}";
        return "{\"format\": \"portable-migration-v1\", \"migration\": {\"id\": \"example\", \"pluginId\": \"crm\","
                + " \"version\": \"2.0.0\", \"steps\": {\"up\": [" + step + "]}}}";
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    /** Engines that say the same stand together. */
    private static String engines(List<EngineAnswer> answers) {
        Map<String, List<String>> engines = new LinkedHashMap<>();
        answers.forEach(answer -> engines.computeIfAbsent(answer.body(), body -> new ArrayList<>())
                .add(answer.engine()));
        return engines.entrySet().stream()
                .map(same -> "**" + String.join(", ", same.getValue()) + "**\n\n" + same.getKey() + "\n")
                .collect(Collectors.joining());
    }

    private static String undo(List<EngineAnswer> answers) {
        Map<String, List<String>> engines = new LinkedHashMap<>();
        answers.stream()
                .filter(answer -> !answer.refused())
                .forEach(answer -> engines.computeIfAbsent(answer.undo(), undo -> new ArrayList<>())
                        .add(answer.engine()));
        return engines.entrySet().stream()
                .map(same -> "Undo" + (engines.size() == 1 ? "" : " on " + String.join(", ", same.getValue())) + ": "
                        + same.getKey() + ".\n")
                .collect(Collectors.joining("\n"));
    }
}
