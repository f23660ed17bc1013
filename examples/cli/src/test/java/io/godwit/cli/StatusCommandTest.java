package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StatusCommandTest {

    @TempDir
    private Path folder;

    @Test
    void scriptsReadWhatIsAppliedAndPending() {
        Place place = new Place(folder);
        place.run("migrate", "--plugin", "crm@1.0.0");

        Answer answer = place.run("status", "--format", "json");

        assertThat(answer.code()).isZero();
        assertThat(answer.json().at("/engine").asText()).isEqualTo("sqlite");
        assertThat(answer.json().at("/plugins")).hasSize(1);
        JsonNode plugin = answer.json().at("/plugins/0");
        assertThat(plugin.at("/pluginId").asText()).isEqualTo("crm");
        assertThat(plugin.at("/version").asText()).isEqualTo("1.0.0");
        assertThat(plugin.at("/applied")).map(JsonNode::asText).containsExactly("crm-0001-contacts");
        assertThat(plugin.at("/pending")).map(JsonNode::asText).containsExactly("crm-0002-notes");
    }

    @Test
    void peopleReadATable() {
        Place place = new Place(folder);
        place.run("migrate", "--plugin", "crm@1.0.0");

        assertThat(place.run("status").out()).isEqualTo("""
                        PLUGIN  VERSION  APPLIED  PENDING
                        crm     1.0.0    1        1
                          pending  crm-0002-notes
                        """);
    }

    @Test
    void whatIsAppliedAndNotGivenIsUnknown() {
        Place place = new Place(folder);
        place.run("migrate");

        Answer answer = place.without("GODWIT_PLUGINS").run("status", "--format", "json");

        assertThat(answer.json().at("/plugins/0/unknown")).hasSize(2);
    }

    @Test
    void lookingAtAFileThatIsNotThereMakesNone() {
        Place place = new Place(folder);
        for (String command :
                List.of("status", "plan", "history", "migrate --dry-run", "rollback --plugin crm --steps 1")) {
            Answer answer = place.run(command.split(" "));
            assertThat(answer.code()).as(command).isZero();
            assertThat(answer.error()).as(command).contains("app.db is not there yet");
            assertThat(place.database()).as(command).doesNotExist();
        }
        assertThat(place.run("status").out()).contains("crm     -        0        2");
        assertThat(place.run("migrate").code()).isZero();
        assertThat(place.run("status").error()).isEmpty();
    }

    @Test
    void whatIsHalfDoneIsListedOnceAsPartial() {
        Place place = new Place(folder);
        place.write("crm/0003.json", Documents.stoppingHalfWay());
        for (int attempt = 1; attempt <= 2; attempt++) {
            assertThat(place.run("migrate").code()).isEqualTo(5);
            Answer answer = place.run("status", "--format", "json");
            assertThat(answer.json().at("/plugins/0/partial")).hasSize(1);
            assertThat(answer.json().at("/plugins/0/pending")).isEmpty();
            assertThat(answer.json().at("/plugins/0/unknown")).isEmpty();
            assertThat(answer.json().at("/plugins/0/applied")).hasSize(2);
        }
        assertThat(place.run("history").out()).containsOnlyOnce("4  ").contains("apply FAILED  crm-0003-half");
    }

    @Test
    void aLongListIsCutForPeople() {
        Place place = new Place(folder);
        for (int number = 100; number < 130; number++) {
            place.write(
                    "big/" + number + ".json",
                    Documents.contacts().replace("crm-0001", "big-" + number).replace("crm", "big"));
        }

        Answer answer = place.run("status");

        assertThat(answer.out())
                .contains("big-119-contacts", "pending  … and 10 more")
                .doesNotContain("big-120");
    }

    @Test
    void formatsOfPlansAreWrongUsage() {
        assertThat(new Place(folder).run("status", "--format", "mermaid").code())
                .isEqualTo(2);
    }
}
