package io.godwit.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.godwit.failure.InvalidMigrationException;
import io.godwit.failure.Problem;
import io.godwit.migration.Migration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Whatever a document holds, it is read or its problems are told; nothing else is ever thrown. */
class HostileDocumentTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DAMAGE = "{}[]\",:\\ \u0000\ud800a1";
    private static final String[] STRANGE = {
        "null",
        "true",
        "-1",
        "1.5",
        "1e300",
        "\"\"",
        "\" \"",
        "\"\\n\\u0001\"",
        "\"a.b.c\"",
        "\"\\\"\"",
        "[]",
        "{}",
        "[null]",
        "{\"\": null}",
        "[[]]",
        "{\"expression\": null}",
        "{\"native\": []}",
        "{\"file\": 1}",
        "\"0\"",
        "{\"table\": {}, \"key\": 1, \"value\": []}"
    };

    @Property(tries = 3000)
    void documentWithAStrangeValueIsReadOrRefused(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        List<Path> documents = DocumentCorpusTest.good();
        JsonNode root = JSON.readTree(Files.readAllBytes(documents.get(random.nextInt(documents.size()))));
        replaceOne(root, random);

        readOrRefuse(JSON.writeValueAsString(root));
    }

    @Property(tries = 2000)
    void documentWithDamagedCharactersIsReadOrRefused(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        List<Path> documents = DocumentCorpusTest.good();
        StringBuilder text = new StringBuilder(Files.readString(documents.get(random.nextInt(documents.size()))));
        for (int i = 0; i < 3; i++) {
            text.setCharAt(random.nextInt(text.length()), DAMAGE.charAt(random.nextInt(DAMAGE.length())));
        }

        readOrRefuse(text.toString());
    }

    @Test
    void longChainOfStepsIsCheckedQuickly() {
        StringBuilder steps = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            steps.append(i == 0 ? "" : ",")
                    .append("{\"id\": \"")
                    .append(i)
                    .append("\", \"sql\": {\"universal\": \"\"}, \"dependencies\": [");
            steps.append(i == 0 ? "" : "\"" + (i - 1) + "\"").append("]}");
        }

        Migration migration = new MigrationReader().read("a", withSteps(steps.toString()));

        assertThat(migration.up()).hasSize(20_000);
    }

    @Test
    void manyExpressionsInOneLineAreReadQuickly() {
        String row = "{\"c\": {\"expression\": \"1\"}}";
        String rows =
                String.join(",", IntStream.range(0, 100_000).mapToObj(i -> row).toList());

        Migration migration = new MigrationReader()
                .read(
                        "a",
                        withSteps("{\"id\": \"a\", \"operations\": [{\"insertRows\": {\"table\": \"t\", \"rows\": ["
                                + rows + "]}}]}"));

        assertThat(migration.up()).hasSize(1);
    }

    private static String withSteps(String steps) {
        return "{\"format\": \"portable-migration-v1\", \"migration\": {\"id\": \"a\", \"pluginId\": \"crm\", \"version\": \"1.0.0\","
                + " \"steps\": {\"up\": [" + steps + "]}}}";
    }

    private static void readOrRefuse(String document) {
        try {
            Migration migration = new MigrationReader().read("a", document);
            assertThat(new MigrationReader().read("a", MigrationWriter.write(migration)))
                    .isEqualTo(migration);
        } catch (InvalidMigrationException invalid) {
            assertThat(invalid.problems()).isNotEmpty().allSatisfy(HostileDocumentTest::saysWhere);
        }
    }

    private static void saysWhere(Problem problem) {
        assertThat(problem.line()).isPositive();
        assertThat(problem.message())
                .isNotBlank()
                .doesNotContain("null pointer")
                .isNotEqualTo("null");
    }

    private static void replaceOne(JsonNode root, Random random) throws IOException {
        List<JsonNode> containers = new ArrayList<>();
        collect(root, containers);
        JsonNode container = containers.get(random.nextInt(containers.size()));
        JsonNode strange = JSON.readTree(STRANGE[random.nextInt(STRANGE.length)]);
        if (container instanceof ArrayNode array) {
            array.set(random.nextInt(array.size()), strange);
        } else {
            List<String> keys = new ArrayList<>();
            container.fieldNames().forEachRemaining(keys::add);
            ((ObjectNode) container).set(keys.get(random.nextInt(keys.size())), strange);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode() && !node.isEmpty()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }
}
