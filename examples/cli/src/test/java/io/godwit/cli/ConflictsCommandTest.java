package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConflictsCommandTest {

    @TempDir
    private Path folder;

    @Test
    void thereMayBeNone() {
        Answer answer = new Place(folder).run("conflicts");

        assertThat(answer.code()).isZero();
        assertThat(answer.out()).isEqualTo("No conflicts.\n");
    }

    @Test
    void aTableThatTwoPluginsMakeIsOne() {
        Place place = new Place(folder);
        place.write(
                "shop/0001.json",
                Documents.contacts().replace("crm-0001-contacts", "shop-1").replace("\"crm\"", "\"shop\""));

        Answer answer = place.run("conflicts", "--format", "json");

        assertThat(answer.code()).isEqualTo(6);
        assertThat(answer.json().at("/conflicts/0/message").asText()).contains("shop-1", "makes", "plugin crm");
    }
}
