package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NewCommandTest {

    @TempDir
    private Path folder;

    @Test
    void theNextNumberAndVersionAreTaken() throws IOException {
        Place place = new Place(folder);
        Path expected = place.plugins().resolve("crm/0003-add-phone-numbers.json");

        Answer answer = place.run("new", "--plugin", "crm", "Add phone numbers!");

        assertThat(answer).isEqualTo(new Answer(0, expected + System.lineSeparator(), ""));
        assertThat(Files.readString(expected))
                .contains("\"id\": \"crm-0003-add-phone-numbers\"", "\"version\": \"1.2.0\"", "Add phone numbers!");
    }

    @Test
    void whatItWritesCanBeRun() {
        Place place = new Place(folder);

        Answer answer = place.run("new", "--plugin", "my-shop", "\"Orders\" 🛒", "--format", "json");

        assertThat(answer.json().at("/path").asText()).endsWith("0001-orders.json");
        assertThat(place.run("validate").code()).isZero();
        assertThat(place.run("migrate").code()).isZero();
    }

    @Test
    void nothingIsEverOverwritten() {
        Place place = new Place(folder);

        String first = place.run("new", "--plugin", "shop", "Orders").out();
        String second = place.run("new", "--plugin", "shop", "Orders").out();

        assertThat(first.strip()).endsWith("0001-orders.json");
        assertThat(second.strip()).endsWith("0002-orders.json");
        assertThat(place.run("validate").code()).isZero();
    }

    @Test
    void aPluginThatCannotBeAFolderIsRefused() {
        Place place = new Place(folder);

        assertThat(place.run("new", "--plugin", "..", "Escape").code()).isEqualTo(2);
        assertThat(place.run("new", "--plugin", "a/b", "Escape").code()).isEqualTo(2);
        assertThat(place.run("new", "--plugin", "späße", "Accents").code()).isEqualTo(2);
    }
}
