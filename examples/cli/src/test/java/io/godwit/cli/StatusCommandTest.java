package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
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
    void formatsOfPlansAreWrongUsage() {
        assertThat(new Place(folder).run("status", "--format", "mermaid").code())
                .isEqualTo(2);
    }
}
