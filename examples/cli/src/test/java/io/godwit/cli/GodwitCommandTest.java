package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GodwitCommandTest {

    @TempDir
    private Path folder;

    @Test
    void globalOptionsStandBeforeOrAfterTheCommand() {
        Place place = new Place(folder).without("GODWIT_URL").without("GODWIT_PLUGINS");
        String url = place.url();
        String plugins = place.plugins().toString();

        Answer before = place.run("--url", url, "--plugins", plugins, "--format", "json", "status");
        Answer after = place.run("status", "--url", url, "--plugins", plugins, "--format", "json");
        Answer both = place.run("--url", url, "--format", "json", "status", "--plugins", plugins);

        assertThat(before.code()).isZero();
        assertThat(before.json().at("/plugins/0/pending")).hasSize(2);
        assertThat(after).isEqualTo(before);
        assertThat(both).isEqualTo(before);
    }

    @Test
    void anOptionBeatsTheEnvironment() {
        Place place = new Place(folder).with("GODWIT_URL", "jdbc:nothing:at:all");

        assertThat(place.run("status").code()).isEqualTo(2);
        assertThat(place.run("status", "--url", place.url()).code()).isZero();
    }

    @Test
    void everyCommandHasHelp() {
        Place place = new Place(folder);

        for (String command :
                new String[] {"validate", "render", "plan", "migrate", "rollback", "status", "history", "new"}) {
            Answer answer = place.run(command, "--help");
            assertThat(answer.code()).isZero();
            assertThat(answer.out()).contains("Usage: godwit " + command, "--url");
        }
        assertThat(place.run("--help").out()).contains("Exit codes");
        assertThat(place.run("--version").out()).startsWith("godwit ");
    }

    @Test
    void wrongUsageIsToldToPeopleAndScripts() {
        Place place = new Place(folder);

        assertThat(place.run().code()).isEqualTo(2);
        assertThat(place.run("dance").code()).isEqualTo(2);
        assertThat(place.run("status", "--colour").code()).isEqualTo(2);
        Answer json = place.run("status", "--colour", "--format", "json");
        assertThat(json.code()).isEqualTo(2);
        assertThat(json.json().at("/error/kind").asText()).isEqualTo("usage");
        assertThat(json.json().at("/error/message").asText()).contains("--colour");
    }

    @Test
    void whatTheDatabaseNeedsMustBeSaid() {
        assertThat(new Place(folder).without("GODWIT_URL").run("migrate").code())
                .isEqualTo(2);
        assertThat(new Place(folder).without("GODWIT_PLUGINS").run("migrate").code())
                .isEqualTo(2);
        assertThat(new Place(folder)
                        .with("GODWIT_PLUGINS", folder + "/none")
                        .run("migrate")
                        .code())
                .isEqualTo(2);
        assertThat(new Place(folder).run("status", "--password-env", "NO_SUCH").code())
                .isEqualTo(2);
        assertThat(new Place(folder).run("status", "--actor", " ").code()).isEqualTo(2);
        assertThat(new Place(folder).run("migrate", "--lock-wait", "-1").code()).isEqualTo(2);
    }

    @Test
    void aDatabaseThatCannotBeReachedHasItsOwnCode() {
        Place place = new Place(folder).with("GODWIT_URL", "jdbc:sqlite:" + folder.resolve("no/such/folder.db"));

        Answer answer = place.run("status", "--format", "json");

        assertThat(answer.code()).isEqualTo(7);
        assertThat(answer.json().at("/error/kind").asText()).isEqualTo("unavailable");
    }

    @Test
    void stackTracesAreForThoseWhoAsk() {
        Place place = new Place(folder).with("GODWIT_URL", "jdbc:sqlite:" + folder.resolve("no/such/folder.db"));

        assertThat(place.run("status").error()).doesNotContain("\tat ");
        assertThat(place.run("status", "--verbose").error()).contains("\tat ");
    }
}
