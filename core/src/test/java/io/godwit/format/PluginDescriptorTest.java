package io.godwit.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.godwit.failure.InvalidMigrationException;
import io.godwit.failure.PlanRefusedException;
import io.godwit.migration.NamedFilter;
import io.godwit.schema.TableName;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginDescriptorTest {

    private static final String GOOD = """
            {"format": "godwit-plugin-v1", "pluginId": "crm", "x-more": 1, "filters": {
              "by-user": {"description": "all of one", "parameters": {"user": "integer", "names": {"type": "list(text)"}},
                "tables": {"crm.contacts": "owner_id = :user AND kind::text IN (:names) -- :no\\n AND note <> ':user' || \\":x\\"",
                  "crm.notes": "author = :user"}},
              "since": {"parameters": {"from": "date", "at": "timestamp", "zoned": "timestamptz", "done": "boolean", "sum": "decimal"},
                "tables": {"crm.notes": "day >= :from AND at < :at AND zone < :zoned AND done = :done AND sum > :sum"}}}}""";

    private static final Schema SCHEMA = schema();

    @TempDir
    private Path folder;

    private static Schema schema() {
        try (InputStream text = PluginDescriptor.class.getResourceAsStream("godwit-plugin-v1.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static PluginDescriptor read(String text) {
        return PluginDescriptor.read("plugin.json", text.getBytes(StandardCharsets.UTF_8));
    }

    private static NamedFilter filter(String name) {
        NamedFilter filter = read(GOOD).filters().get(name);
        assertThat(filter).isNotNull();
        return filter;
    }

    @Test
    void valuesAreWrittenAsLiterals() {
        assertThat(SCHEMA.validate(GOOD, InputFormat.JSON)).isEmpty();
        Map<TableName, String> conditions = filter("by-user")
                .with(Map.of("user", List.of("-42"), "names", List.of("O'Neill", "x' OR 1=1 --", "\\")));
        assertThat(conditions)
                .containsEntry(
                        TableName.parse("crm.contacts"),
                        "owner_id = (-42) AND kind::text IN ('O''Neill', 'x'' OR 1=1 --', '\\') -- :no\n"
                                + " AND note <> ':user' || \":x\"")
                .containsEntry(TableName.parse("crm.notes"), "author = (-42)");
        assertThat(filter("since")
                        .with(Map.of(
                                "from", List.of("2024-02-29"),
                                "at", List.of("2024-03-01"),
                                "zoned", List.of("2024-03-01T01:00:00+01:00"),
                                "done", List.of("TRUE"),
                                "sum", List.of("1.50"))))
                .containsValue("day >= DATE '2024-02-29' AND at < TIMESTAMP '2024-03-01 00:00:00.000000' AND zone <"
                        + " TIMESTAMPTZ '2024-03-01 00:00:00.000000+00' AND done = TRUE AND sum > 1.50");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "user|1 OR 1=1|'1 OR 1=1' is no integer",
                "user||needs the parameter 'user' (integer)",
                "usr|1|there is no parameter 'usr'; did you mean 'user'?",
            })
    void wrongValuesAreToldByName(String name, String value, String words) {
        Map<String, List<String>> values =
                value == null ? Map.of("names", List.of("a")) : Map.of(name, List.of(value), "names", List.of("a"));
        assertThatThrownBy(() -> filters().conditions(List.of("by-user"), values))
                .isInstanceOf(PlanRefusedException.class)
                .hasMessageContaining(words);
    }

    private PluginFilters filters() {
        try {
            Files.createDirectories(folder.resolve("crm"));
            Files.writeString(folder.resolve("crm/plugin.json"), GOOD);
            Files.writeString(folder.resolve("crm/1.json"), MIGRATION);
            return PluginFilters.of(PluginSource.directory(folder).documents(), "");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static final String MIGRATION = """
            {"format": "portable-migration-v1", "migration": {"id": "crm-1", "pluginId": "crm", "version": "1.0.0",
              "name": "one", "steps": {"up": [{"id": "a", "operations": [{"createSchema": {"schema": "crm"}}]}]}}}""";

    @Test
    void aFilterThatIsNotThereIsToldWithTheNearest() {
        assertThatThrownBy(() -> filters().conditions(List.of("by-usr", "zzzzzz"), Map.of()))
                .isInstanceOf(PlanRefusedException.class)
                .hasMessageContainingAll("'by-usr'; did you mean 'by-user'?", "'zzzzzz'; there are by-user, since");
        assertThat(filters().all()).containsOnlyKeys("by-user", "since");
        assertThat(PluginFilters.of(PluginSource.directory(folder).documents(), "other")
                        .all())
                .isEmpty();
    }

    @Test
    void theFileIsNoMigrationAndIsChecked() throws IOException {
        filters();
        assertThat(PluginSource.directory(folder).documents()).hasSize(1);
        assertThat(PluginSource.problems(PluginSource.directory(folder))).isEmpty();
        Files.writeString(
                folder.resolve("crm/plugin.json"),
                "{\"format\": \"godwit-plugin-v1\",\n \"pluginId\": \"crm\", \"filters\": {\"a\": {\"tables\":\n {\"t\": \"a AND (b\"}}}}");
        assertThat(PluginSource.problems(PluginSource.directory(folder)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.file()).isEqualTo("crm/plugin.json");
                    assertThat(problem.line()).isEqualTo(3);
                    assertThat(problem.column()).isGreaterThan(6);
                    assertThat(problem.pointer()).isEqualTo("/filters/a/tables/t");
                });
        Files.writeString(
                folder.resolve("crm/plugin.json"), "{\"format\": \"godwit-plugin-v1\", \"pluginId\": \"crn\"}");
        assertThat(PluginSource.problems(PluginSource.directory(folder)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("did you mean 'crm'?"));
    }

    @Test
    void aJarHasItToo() throws IOException {
        Path jar = folder.resolve("plugins.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            add(out, "all/", "");
            add(out, "all/crm/", "");
            add(out, "all/crm/1.json", MIGRATION);
            add(out, "all/crm/2.json", MIGRATION.replace("crm-1", "crm-2"));
            add(out, "all/crm/plugin.json", GOOD);
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            List<MigrationDocument> documents =
                    PluginSource.classpath(loader, "all").documents();
            assertThat(documents).hasSize(2);
            assertThat(PluginFilters.of(documents, "crm").all()).containsOnlyKeys("by-user", "since");
        }
    }

    private static void add(JarOutputStream jar, String name, String text) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(text.getBytes(StandardCharsets.UTF_8));
        jar.closeEntry();
    }

    /** What the schema can tell, it tells too. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "true|{\"format\": \"godwit-plugin-v1\"}|'pluginId' is missing",
                "true|{\"format\": \"godwit-plugin-v2\", \"pluginId\": \"crm\"}|this Godwit reads",
                "true|{\"format\": \"godwit-plugin-v1\", \"pluginId\": \"crm\", \"filter\": {}}|did you mean 'filters'?",
                "true|{\"format\": \"godwit-plugin-v1\", \"pluginId\": \"crm\", \"filters\": {\"1a\": {\"tables\": {\"t\": \"a\"}}}}|is no name",
                "true|{\"format\": \"godwit-plugin-v1\", \"pluginId\": \"crm\", \"filters\": {\"a\": {\"tables\": {}}}}|at least one table",
                "true|{\"format\": \"godwit-plugin-v1\", \"pluginId\": \"crm\", \"filters\": {\"a\": {\"parameters\": {\"u\": \"int4\"}, \"tables\": {\"t\": \"a = :u\"}}}}|none of text, integer",
                "true|{\"format\": \"godwit-plugin-v1\", \"pluginId\": \"crm\", \"filters\": {\"a\": {\"tables\": {\"t\": \" \"}}}}|must not be empty",
                "false|{\"format\": \"godwit-plugin-v1\", \"pluginId\": \"crm\", \"filters\": {\"a\": {\"parameters\": {\"user\": \"text\"}, \"tables\": {\"t\": \"a = :usr\"}}}}|did you mean 'user'?",
                "false|{\"format\": \"godwit-plugin-v1\", \"pluginId\": \"crm\", \"filters\": {\"a\": {\"parameters\": {\"u\": \"text\"}, \"tables\": {\"t\": \"a = 1\"}}}}|no condition has",
                "false|{\"format\": \"godwit-plugin-v1\", \"pluginId\": \"crm\", \"filters\": {\"a\": {\"parameters\": {\"u\": \"text\"}, \"tables\": {\"t\": \"a = $$:u$$\"}}}}|dollar signs",
                "false|{\"format\": \"godwit-plugin-v1\", \"pluginId\": \"crm\", \"filters\": {\"a\": {\"tables\": {\"t\": \"a = 'x\"}}}}|does not close",
            })
    void whatIsWrongIsTold(boolean bySchema, String text, String words) {
        InvalidMigrationException refused = catchThrowableOfType(InvalidMigrationException.class, () -> read(text));
        assertThat(refused).isNotNull();
        assertThat(refused.problems())
                .anySatisfy(problem -> assertThat(problem.message()).contains(words));
        assertThat(SCHEMA.validate(text, InputFormat.JSON).isEmpty()).isNotEqualTo(bySchema);
    }
}
