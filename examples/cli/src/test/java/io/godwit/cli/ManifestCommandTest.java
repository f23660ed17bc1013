package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.godwit.archive.PublisherKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

class ManifestCommandTest {

    private static final String TABLE = """
            {"createTable": {"table": "%s", "columns": [{"name": "id", "type": "integer", "primaryKey": true}]}}""";

    @TempDir
    private Path folder;

    private Place place;
    private Path set;

    @BeforeEach
    void place() throws IOException {
        place = new Place(folder).without("GODWIT_URL");
        set = Files.createDirectory(folder.resolve("set"));
    }

    /** Packs a plugin of one migration, in the place of what was below its folder. */
    private void pack(String plugin, String version, String members, String operations, String... more) {
        place.write(plugin + "/0001.json", """
                        {"format": "portable-migration-v1", "migration": {"id": "%s-1", "pluginId": "%s", "version": "%s", %s
                         "steps": {"up": [{"id": "s", "operations": [%s]}]}}}""".formatted(plugin, plugin, version, members, operations));
        packed(plugin, more);
    }

    private void packed(String plugin, String... more) {
        List<String> arguments = new ArrayList<>(List.of("pack", "--plugin", plugin, "--output", set.toString()));
        arguments.addAll(List.of(more));
        Answer answer = place.run(arguments.toArray(String[]::new));
        assertThat(answer.code()).as(answer.error()).isZero();
    }

    private Answer manifest(String... more) {
        List<String> arguments = new ArrayList<>(List.of("manifest", set.toString()));
        arguments.addAll(List.of(more));
        return place.without("GODWIT_PLUGINS").run(arguments.toArray(String[]::new));
    }

    private JsonNode json(String... more) {
        List<String> arguments = new ArrayList<>(List.of("--format", "json"));
        arguments.addAll(List.of(more));
        return manifest(arguments.toArray(String[]::new)).json();
    }

    private static List<String> texts(JsonNode list, String key) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.at(key).asText())
                .toList();
    }

    private static JsonNode ofPlugin(JsonNode manifest, String plugin) {
        return StreamSupport.stream(manifest.at("/packages").spliterator(), false)
                .filter(one -> one.at("/pluginId").asText().equals(plugin))
                .findFirst()
                .orElseThrow();
    }

    private static String result(JsonNode one, String engine, String version) {
        return StreamSupport.stream(one.at("/compatibility").spliterator(), false)
                .filter(cell -> cell.at("/engine").asText().equals(engine)
                        && cell.at("/version").asText().equals(version))
                .map(cell -> cell.at("/result").asText())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSetIsToldInEveryFormat() throws IOException {
        packed("crm");
        pack("billing", "2.0.0", "\"dependencies\": [\"crm@>=1\"],", TABLE.formatted("invoice"));
        pack("audit", "1.0.0", "\"dependencies\": [\"billing\"],", TABLE.formatted("entry"));

        Answer json = manifest("--format", "json");
        Answer yaml = manifest("--format", "yaml");

        assertThat(json.code()).isZero();
        assertThat(texts(json.json().at("/order"), "/pluginId")).containsExactly("crm", "billing", "audit");
        assertThat(json.json().at("/totals/migrations").asInt()).isEqualTo(4);
        Object found = new Yaml().load(yaml.out());
        assertThat(found).isEqualTo(new ObjectMapper().readValue(json.out(), Object.class));
        assertThat(manifest().out())
                .hasLineCount(4)
                .contains(
                        "DEGRADED  crm 1.1.0  crm-1.1.0.godwit.tar.gz  2 migrations",
                        "order: crm 1.1.0, billing 2.0.0");
        assertThat(texts(ofPlugin(json.json(), "crm").at("/compatibility"), "/result"))
                .as("every version that a dialect names is one that it renders for")
                .hasSizeGreaterThan(20)
                .containsOnly("ok");
        String report = manifest("--format", "report").out();
        assertThat(report.indexOf("install crm-1.1.0.godwit.tar.gz"))
                .isPositive()
                .isLessThan(report.indexOf("install billing-2.0.0.godwit.tar.gz"));
        assertThat(report).contains("| postgresql 17 | ✓ | ✓ | ✓ | ✓ |", "rollback --plugin audit", "## Hashes");
    }

    @Test
    void theSamePackagesGiveTheSameText() throws IOException {
        packed("crm");
        pack("billing", "2.0.0", "", TABLE.formatted("invoice"));
        Path crm = set.resolve("crm-1.1.0.godwit.tar.gz");
        Path billing = set.resolve("billing-2.0.0.godwit.tar.gz");

        String first = manifest("--format", "json").out();

        assertThat(place.run("manifest", billing.toString(), crm.toString(), crm.toString(), "--format", "json")
                        .out())
                .isEqualTo(first)
                .isEqualTo(place.run("manifest", crm.toString(), billing.toString(), "--format", "json")
                        .out());
        place.with("SOURCE_DATE_EPOCH", "1000000000");
        assertThat(json().at("/createdAt").asText()).isEqualTo("2001-09-09T01:46:40Z");
    }

    @Test
    void eachVersionOfAnEngineIsRendered() {
        String view =
                "{\"createView\": {\"name\": \"v\", \"query\": \"SELECT a.id FROM t a RIGHT JOIN t b ON a.id = b.id\"}}";
        pack("joined", "1.0.0", "", TABLE.formatted("t") + ", " + view);
        pack(
                "numbered",
                "1.0.0",
                "\"databaseEngines\": [\"mysql\", \"postgresql\"],",
                "{\"createSequence\": {\"sequence\": \"q\"}}");

        JsonNode joined = ofPlugin(json(), "joined");
        JsonNode numbered = ofPlugin(json(), "numbered");

        assertThat(result(joined, "sqlite", "3.37")).isEqualTo("refused");
        assertThat(result(joined, "sqlite", "3.39")).isEqualTo("ok");
        assertThat(joined.at("/health/status").asText()).isEqualTo("DEGRADED");
        assertThat(joined.at("/health/reasons").toString()).contains("sqlite 3.37");
        assertThat(result(numbered, "postgresql", "12")).isEqualTo("ok");
        assertThat(result(numbered, "mysql", "9")).isEqualTo("refused");
        assertThat(numbered.at("/health/status").asText()).isEqualTo("UNHEALTHY");
        assertThat(numbered.at("/health/reasons").toString())
                .contains("it says that it is for mariadb", "it says that it is for mysql, and is refused there");
        assertThat(manifest("--format", "report").out())
                .contains("| sqlite 3.37 | ✗ | – | – |", "| postgresql 18 | ✓ | ✓ | ✓ |");
    }

    @Test
    void whatNeedsWhatIsNotThereIsUnhealthy() {
        packed("crm");
        pack(
                "billing",
                "2.0.0",
                "\"dependencies\": [\"crm@>=7\", \"nobody\"], \"conflicts\": [\"old\"],",
                TABLE.formatted("invoice"));
        pack("one", "1.0.0", "\"dependencies\": [\"two\"],", TABLE.formatted("one"));
        pack("two", "1.0.0", "\"dependencies\": [\"one\"],", TABLE.formatted("two"));

        JsonNode manifest = json();

        assertThat(manifest.at("/health/status").asText()).isEqualTo("UNHEALTHY");
        assertThat(texts(manifest.at("/order"), "/pluginId")).containsExactly("crm");
        JsonNode billing = ofPlugin(manifest, "billing");
        assertThat(texts(billing.at("/dependencies"), "/from")).containsExactly("out-of-range", "missing");
        assertThat(billing.at("/health/reasons/0").asText()).contains("crm@>=7", "nobody");
        assertThat(result(billing, "sqlite", "3.37")).isEqualTo("unresolved");
        assertThat(ofPlugin(manifest, "one").at("/health/reasons/0").asText()).contains("one-1", "two-1");
    }

    @Test
    void whatTheHostHasMayBeNeeded() {
        pack("billing", "2.0.0", "\"dependencies\": [\"crm@^1\"],", TABLE.formatted("invoice"));
        String plugins = place.plugins().toString();

        JsonNode billing = ofPlugin(json("--plugins", plugins), "billing");

        assertThat(billing.at("/dependencies/0/from").asText()).isEqualTo("plugins");
        assertThat(billing.at("/health/status").asText()).isEqualTo("DEGRADED");
        assertThat(result(billing, "mariadb", "10.6")).isEqualTo("ok");
    }

    @Test
    void ofOnePluginTheNewestCountsIfItHoldsTheOthers() throws IOException {
        pack("shop", "1.0.0", "", TABLE.formatted("item"));
        place.write("shop/0002.json", """
                {"format": "portable-migration-v1", "migration": {"id": "shop-2", "pluginId": "shop", "version": "1.1.0",
                 "steps": {"up": [{"id": "s", "operations": [%s]}]}}}""".formatted(TABLE.formatted("more")));
        packed("shop");
        JsonNode both = json();
        assertThat(texts(both.at("/order"), "/version")).containsExactly("1.1.0");
        assertThat(texts(both.at("/packages"), "/version")).containsExactly("1.0.0", "1.1.0");
        assertThat(both.at("/packages/0/health/reasons/0").asText())
                .isEqualTo("it need not be installed: shop-1.1.0.godwit.tar.gz holds all of it");

        place.with("GODWIT_PLUGINS", place.plugins().toString());
        Files.delete(place.plugins().resolve("shop/0002.json"));
        pack("shop", "1.0.0", "", TABLE.formatted("otherwise"));
        JsonNode clashing = json();
        assertThat(texts(clashing.at("/packages"), "/health/status")).containsOnly("UNHEALTHY");
        assertThat(clashing.at("/packages/0/health/reasons/0").asText())
                .isEqualTo("migration 'shop-1' does otherwise in shop-1.1.0.godwit.tar.gz");
    }

    @Test
    void packagesThatMakeTheSameTableAreFineAloneOnly() {
        pack("one", "1.0.0", "", TABLE.formatted("same"));
        pack("two", "1.0.0", "", TABLE.formatted("same"));

        JsonNode manifest = json();

        assertThat(texts(manifest.at("/packages"), "/health/status")).containsOnly("DEGRADED");
        assertThat(manifest.at("/health/status").asText()).isEqualTo("UNHEALTHY");
        assertThat(manifest.at("/health/reasons/0").asText())
                .contains("all together are not", "makes same, which plugin one has made");
    }

    @Test
    void whoSignedItIsTold() throws GeneralSecurityException, IOException {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Path secret = pem("key.pem", "PRIVATE KEY", keys.getPrivate().getEncoded());
        Path key = pem("key.pub", "PUBLIC KEY", keys.getPublic().getEncoded());
        packed("crm", "--sign-key", secret.toString());

        JsonNode trusted = json("--trust", key.toString());

        assertThat(trusted.at("/health/status").asText()).isEqualTo("HEALTHY");
        assertThat(trusted.at("/packages/0/signedBy").asText())
                .isEqualTo(PublisherKey.ofPem(Files.readString(key)).fingerprint());
        assertThat(json().at("/packages/0/health/status").asText()).isEqualTo("HEALTHY");
        place.with("GODWIT_PLUGINS", place.plugins().toString());
        packed("crm");
        Answer refused = manifest("--trust", key.toString(), "--format", "json");
        assertThat(refused.code()).isEqualTo(6);
        assertThat(refused.json().at("/error/fault").asText()).isEqualTo("signature");
        assertThat(refused.json().at("/error/message").asText()).contains("crm-1.1.0.godwit.tar.gz");
    }

    private Path pem(String name, String label, byte[] encoded) throws IOException {
        return Files.writeString(
                folder.resolve(name),
                "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(encoded) + "\n-----END "
                        + label + "-----\n");
    }

    @Test
    void whatAPackageSaysStaysText() throws IOException {
        place.write("odd/0001.json", """
                {"format": "portable-migration-v1", "migration": {"id": "odd-1", "pluginId": "odd", "version": "1.0.0",
                 "steps": {"up": [{"id": "s", "operations": [%s]}], "down": {"irreversible": "a|b* <b>\\n# c"}}}}""".formatted(TABLE.formatted("t")));
        packed("odd");
        Path file = Files.move(
                set.resolve("odd-1.0.0.godwit.tar.gz"), set.resolve("it's | `odd` $(x)\n# head.godwit.tar.gz"));

        String report = manifest("--format", "report").out();

        assertThat(report).contains("a\\|b\\* \\<b\\> # c", "it's \\| \\`odd\\` $(x) # head.godwit.tar.gz");
        assertThat(report).doesNotContain("\n# c");
        assertThat(manifest().out()).hasLineCount(2);
        assertThat(json().at("/packages/0/file").asText())
                .isEqualTo(file.getFileName().toString());
    }

    @Test
    void whatCannotBeReadIsNamed() throws IOException {
        packed("crm");
        Path broken = Files.write(set.resolve("broken.godwit.zip"), new byte[] {'P', 'K', 3, 4, 0});

        Answer refused = manifest();

        assertThat(refused.code()).isEqualTo(6);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.error()).contains("broken.godwit.zip is refused");
        Files.delete(broken);
        assertThat(place.run("manifest", set.resolve("nothing").toString()).code())
                .isEqualTo(2);
        Files.delete(set.resolve("crm-1.1.0.godwit.tar.gz"));
        assertThat(manifest().error()).contains("there is no package in the folder");
        assertThat(place.run("manifest").code()).isEqualTo(2);
    }

    @Test
    void formatsBelongToTheirCommands() {
        packed("crm");
        assertThat(manifest("--format", "mermaid").error()).contains("write json, yaml, summary or report");
        assertThat(manifest("--format", "text").out()).isEqualTo(manifest().out());
        for (String format : new String[] {"yaml", "summary", "report"}) {
            Answer refused = place.run("validate", set.toString(), "--format", format);
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.error()).contains("is for the command manifest");
        }
    }
}
