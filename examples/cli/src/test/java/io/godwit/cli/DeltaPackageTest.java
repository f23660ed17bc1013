package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeltaPackageTest {

    @TempDir
    private Path folder;

    private Place place;
    private Path delta;
    private String whole;

    @BeforeEach
    void pack() {
        place = new Place(folder);
        delta = folder.resolve("crm-1.0.0-to-1.1.0.godwit.tar.gz");
        whole = place.plugins().toString();
        Answer packed = place.run("pack", "--plugin", "crm", "--from", "1.0.0", "--output", folder.toString());
        assertThat(packed.code()).as(packed.error()).isZero();
        assertThat(packed.out()).contains(delta + ": crm 1.0.0 to 1.1.0, 1 migration in 1 file");
        place.without("GODWIT_PLUGINS");
    }

    @Test
    void aDeltaIsShownAndChecked() {
        assertThat(place.run("inspect", delta.toString()).out())
                .contains(
                        "crm 1.0.0 to 1.1.0",
                        "a delta, for where these are applied, and no others: crm-0001-contacts (1.0.0)");
        JsonNode shown =
                place.run("inspect", delta.toString(), "--format", "json").json();
        assertThat(shown.at("/manifest/from").asText()).isEqualTo("1.0.0");
        assertThat(shown.at("/manifest/requires/0/up").asText()).startsWith("v1:");
        assertThat(place.run("verify", delta.toString()).out())
                .contains("crm 1.0.0 to 1.1.0, 1 file as the manifest says");
        assertThat(place.run("verify", delta.toString(), "--format", "json")
                        .json()
                        .at("/from")
                        .asText())
                .isEqualTo("1.0.0");
        assertThat(place.run(
                                "unpack",
                                delta.toString(),
                                "--output",
                                folder.resolve("u").toString())
                        .code())
                .isZero();
        assertThat(folder.resolve("u/migrations/0002-notes.json")).exists();
    }

    @Test
    void aDeltaIsInstalledOverItsBaseOnly() {
        Answer refused = place.run("install", delta.toString(), "--format", "json");
        assertThat(refused.code()).isEqualTo(6);
        assertThat(refused.json().at("/error/fault").asText()).isEqualTo("base");
        assertThat(place.run("install", delta.toString(), "--dry-run").code()).isEqualTo(6);
        assertThat(place.run("history").out()).doesNotContain("crm");

        place.run("migrate", "--plugins", whole, "--plugin", "crm@1.0.0");
        assertThat(place.run("install", delta.toString()).out()).contains("applied crm-0002-notes");
        assertThat(place.run("install", delta.toString()).out()).contains("Nothing to do");
        assertThat(place.run("rollback", "--plugin", "crm", "--to", "1.0.0").code())
                .isZero();
        assertThat(place.run("status", "--plugins", whole, "--format", "json")
                        .json()
                        .at("/plugins/0/pending/0")
                        .asText())
                .isEqualTo("crm-0002-notes");
    }

    @Test
    void aDeltaIsNoSqlWithoutADatabase() {
        String sql = folder.resolve("crm.sql").toString();
        place.without("GODWIT_URL");

        Answer refused = place.run(
                "sql-package",
                "--engine",
                "sqlite",
                "--package",
                delta.toString(),
                "--output",
                sql,
                "--format",
                "json");

        assertThat(refused.code()).isEqualTo(6);
        assertThat(refused.json().at("/error/fault").asText()).isEqualTo("base");
        assertThat(Path.of(sql)).doesNotExist();
    }

    @Test
    void whereADeltaCannotStartIsSaid() {
        String output = folder.resolve("x.zip").toString();
        for (String version : new String[] {"0.9", "1.1.0", "2"}) {
            Answer refused =
                    place.run("pack", "--plugins", whole, "--plugin", "crm", "--from", version, "--output", output);
            assertThat(refused.code()).isEqualTo(3);
            assertThat(refused.error()).contains("1.0.0, 1.1.0");
        }
        assertThat(place.run("pack", "--plugins", whole, "--plugin", "crm", "--from", "new", "--output", output)
                        .code())
                .isEqualTo(2);
        assertThat(Path.of(output)).doesNotExist();
    }

    @Test
    void aManifestKnowsWhatADeltaStartsFrom() throws IOException {
        place.without("GODWIT_URL");
        JsonNode alone = manifest(delta.toString());
        assertThat(alone.at("/packages/0/from").asText()).isEqualTo("1.0.0");
        assertThat(alone.at("/packages/0/requires/0/id").asText()).isEqualTo("crm-0001-contacts");
        assertThat(alone.at("/packages/0/compatibility/0/result").asText()).isEqualTo("unresolved");
        assertThat(alone.at("/packages/0/health/reasons/0").asText())
                .contains("neither in the set nor below --plugins");
        assertThat(alone.at("/order")).hasSize(1);

        JsonNode known = manifest(delta.toString(), "--plugins", whole);
        assertThat(known.at("/packages/0/compatibility/0/result").asText()).isEqualTo("ok");

        Path notes = place.plugins().resolve("crm/0002-notes.json");
        String text = Files.readString(notes);
        Files.delete(notes);
        place.run("pack", "--plugins", whole, "--plugin", "crm", "--output", folder.toString());
        Files.writeString(notes, text);
        JsonNode both = manifest(folder.toString());
        assertThat(both.at("/order/0/file").asText()).isEqualTo("crm-1.0.0.godwit.tar.gz");
        assertThat(both.at("/order/1/file").asText())
                .isEqualTo(delta.getFileName().toString());
        assertThat(both.at("/together/0/result").asText()).isEqualTo("ok");

        place.run("pack", "--plugins", whole, "--plugin", "crm", "--output", folder.toString());
        JsonNode all = manifest(folder.toString());
        assertThat(all.at("/order")).hasSize(1);
        assertThat(all.at("/order/0/version").asText()).isEqualTo("1.1.0");
    }

    private JsonNode manifest(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "manifest";
        all[1] = "--format";
        all[2] = "json";
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return place.run(all).json();
    }
}
