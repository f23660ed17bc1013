package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryCommandTest {

    @TempDir
    private Path folder;

    @Test
    void allThatWasDoneIsThereInOrder() {
        Place place = new Place(folder);
        place.run("migrate", "--actor", "ann");
        place.run("rollback", "--plugin", "crm", "--steps", "1", "--actor", "bob");

        JsonNode entries = place.run("history", "--format", "json").json().at("/entries");

        assertThat(entries)
                .map(entry ->
                        entry.at("/seq").asLong() + " " + entry.at("/actor").asText() + " "
                                + entry.at("/action").asText() + " "
                                + entry.at("/migrationId").asText())
                .containsExactly(
                        "1 ann apply crm-0001-contacts", "2 ann apply crm-0002-notes", "3 bob rollback crm-0002-notes");
    }

    @Test
    void peopleReadATable() {
        Place place = new Place(folder);
        place.run("migrate", "--actor", "ann");

        Answer answer = place.run("history");

        assertThat(answer.code()).isZero();
        assertThat(answer.out().lines().findFirst().orElseThrow()).startsWith("SEQ  AT ");
        assertThat(answer.out().lines()).hasSize(3);
    }

    @Test
    void anEmptyDatabaseHasNone() {
        assertThat(new Place(folder).run("history").out()).isEqualTo("Nothing was ever done here.\n");
    }
}
