package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that may only be read. */
final class PermissionTest {

    @TempDir
    private Path folder;

    @Test
    void planForADatabaseThatMayOnlyBeReadIsRefusedWithWhatIsMissing() {
        Place place = new Place(folder);
        assertThat(place.run("migrate", "--plugin", "crm@1.0.0").code()).isZero();
        place.with("GODWIT_URL", place.url() + "?open_mode=1");

        Answer plan = place.run("plan", "--format", "json");
        assertThat(plan.code()).isEqualTo(6);
        assertThat(plan.json().at("/error/kind").asText()).isEqualTo("permission");
        assertThat(plan.json().at("/error/missing/0/places").toString()).contains("the history", "step");

        Answer run = place.run("migrate", "--format", "json");
        assertThat(run.code()).isEqualTo(6);
        assertThat(run.json().at("/outcome").asText()).isEqualTo("refused");
        assertThat(run.json().at("/error/kind").asText()).isEqualTo("permission");
        assertThat(run.json().at("/failed/databaseState").asText()).isEqualTo("unchanged");
        assertThat(place.run("status").code()).isZero();
    }
}
