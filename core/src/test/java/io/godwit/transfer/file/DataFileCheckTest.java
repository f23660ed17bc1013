package io.godwit.transfer.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.Godwit;
import io.godwit.failure.Problem;
import io.godwit.format.PluginSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFileCheckTest {

    private static final String MIGRATION = """
            {"format": "portable-migration-v1", "migration": {"id": "%1$s", "pluginId": "crm", "version": "1.0.0", "steps": {"up": [
              {"id": "first", "operations": [{"dropTable": {"table": "old"}}]},
              {"id": "load",
               "transform": {"source": {"file": "data/%1$s.jsonl"}, "target": "person", "mapping": [
                 {"source": "id", "target": "id"}, {"source": "name", "target": "name"}]}}]}}}""";

    @TempDir
    private Path folder;

    @BeforeEach
    void migrations() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        for (String id : List.of("good", "torn")) {
            Files.writeString(folder.resolve(id + ".json"), MIGRATION.formatted(id));
            rows(id, "{\"id\": 1, \"name\": \"a\"}\n");
        }
    }

    private void rows(String id, String rows) throws IOException {
        Files.writeString(folder.resolve("data/" + id + ".jsonl"), rows);
    }

    private List<Problem> problems() {
        return Godwit.validate(PluginSource.directory(folder));
    }

    @Test
    void rowsThatCanBeReadAreNoProblem() {
        assertThat(problems()).isEmpty();
    }

    @Test
    void malformedRowIsToldAtTheSourceOfItsTransform() throws IOException {
        rows("torn", "{\"id\": 1, \"name\": \"a\"}\n{\"id\": 2, \"id\": 3}\n");

        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("torn.json");
            assertThat(problem.line()).isEqualTo(4);
            assertThat(problem.pointer()).isEqualTo("/migration/steps/up/1/transform/source");
            assertThat(problem.message()).contains("data/torn.jsonl, row 2 (line 2)", "Duplicate field 'id'");
        });
    }

    @Test
    void fieldThatNoRowHasIsTold() throws IOException {
        rows("torn", "{\"id\": 1, \"nme\": \"a\"}\n");

        assertThat(problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .isEqualTo("no row of data/torn.jsonl has a field 'name'; there are id, nme"));
    }
}
