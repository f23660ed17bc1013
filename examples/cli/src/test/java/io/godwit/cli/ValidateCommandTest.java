package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ValidateCommandTest {

    @TempDir
    private Path folder;

    @Test
    void goodDocumentsAreValid() {
        Answer answer = new Place(folder).run("validate", "--format", "json");

        assertThat(answer.code()).isZero();
        assertThat(answer.json().at("/valid").asBoolean()).isTrue();
        assertThat(answer.json().at("/problems")).isEmpty();
    }

    @Test
    void fiveFaultsAreFiveProblems() {
        Place place = new Place(folder);
        place.write("crm/0009-faults.json", Documents.fiveFaults());

        Answer answer = place.run("validate", "--format=json");

        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.json().at("/valid").asBoolean()).isFalse();
        assertThat(answer.json().at("/problems").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder(
                        "/migration",
                        "/migration/colour",
                        "/migration/steps/up/0/operations/0/makeTable",
                        "/migration/steps/up/1/operations/0/createTable/columns/0/type",
                        "/migration/steps/up/1/operations/0/createTable/columns/1/nullable");
        for (JsonNode problem : answer.json().at("/problems")) {
            assertThat(problem.at("/file").asText()).endsWith("0009-faults.json");
            assertThat(problem.at("/line").asInt()).isPositive();
            assertThat(problem.at("/column").asInt()).isPositive();
            assertThat(problem.at("/message").asText()).isNotBlank();
        }
    }

    @Test
    void peopleGetOneLineForEachProblem() {
        Place place = new Place(folder);
        Path file = place.write("crm/0009-faults.json", Documents.fiveFaults());

        Answer answer = place.run("validate", file.toString());

        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.out().lines()).hasSize(5).allMatch(line -> line.startsWith(file + ":"));
        assertThat(answer.error()).contains("5 problems in 1 document");
    }

    @Test
    void anIdThatIsThereTwiceIsAProblem() {
        Place place = new Place(folder);
        place.write("crm/0003-again.json", Documents.contacts());

        Answer answer = place.run("validate");

        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.out()).contains("crm-0001-contacts");
    }

    @Test
    void aPathThatIsNotThereIsWrongUsage() {
        Answer answer =
                new Place(folder).run("validate", folder.resolve("nowhere").toString());

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.error()).contains("nowhere");
    }

    @Test
    void aFolderWithoutMigrationsIsPointedOut() throws IOException {
        Place place = new Place(folder);
        Path empty = Files.createDirectories(folder.resolve("empty"));

        for (String command : List.of("validate", "migrate", "render --engine sqlite")) {
            Answer answer = place.with("GODWIT_PLUGINS", empty.toString()).run(command.split(" "));
            assertThat(answer.code()).isZero();
            assertThat(answer.error()).contains("there is no migration");
        }
    }

    @Test
    void aLinkToNothingIsToldInWords() throws IOException {
        Place place = new Place(folder);
        Files.createSymbolicLink(place.plugins().resolve("crm/lost.json"), folder.resolve("nowhere.json"));

        Answer answer = place.run("validate");

        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.out()).contains("crm/lost.json: the file cannot be read: there is no ", "a link to nothing");
    }
}
