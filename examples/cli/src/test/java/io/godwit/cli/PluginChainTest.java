package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three plugins, of which each stands on the one before, up and down. */
final class PluginChainTest {

    @TempDir
    private Path folder;

    private Place chain() {
        return new Place(folder)
                .with("GODWIT_PLUGINS", folder.resolve("plugins/chain").toString());
    }

    private static void write(Place place, String id, String version, String dependencies) {
        String plugin = id.substring(0, id.indexOf('-'));
        place.write("chain/" + plugin + "/" + id + ".json", """
                {"format": "portable-migration-v1", "migration": {
                  "id": "%s", "pluginId": "%s", "version": "%s", "dependencies": [%s],
                  "steps": {"up": [{"id": "table", "operations": [{"createTable": {"table": "%s", "columns": [
                    {"name": "id", "type": "integer", "primaryKey": true}]}}]}]}}}
                """.formatted(
                        id, plugin, version, dependencies, id.replace('-', '_')));
    }

    private static Place threePlugins(Place place) {
        write(place, "base-1", "1.0.0", "");
        write(place, "base-2", "2.0.0", "");
        write(place, "shop-1", "1.0.0", "\"base@^2\"");
        write(place, "a-1", "1.0.0", "\"shop\", \"base-1\"");
        return place;
    }

    @Test
    void theFirstAndTheMiddleOneAreKeptWhileOthersStandOnThem() throws SQLException {
        Place place = threePlugins(chain());
        Answer up = place.run("migrate", "--plugin", "a", "--format", "json");
        assertThat(up.json().at("/applied")).map(JsonNode::asText).containsExactly("base-1", "base-2", "shop-1", "a-1");

        Answer middle = place.run("rollback", "--plugin", "shop", "--steps", "1");
        assertThat(middle.code()).isEqualTo(6);
        assertThat(middle.error()).contains("a-1 of a needs 'shop'").doesNotContain("base");
        Answer first = place.run("rollback", "--plugin", "base", "--to", "1.0.0");
        assertThat(first.code()).isEqualTo(6);
        assertThat(first.error())
                .containsSubsequence("- a-1 of a needs 'shop'", "- shop-1 of shop needs 'base@^2'")
                .contains("Nothing was changed");
        assertThat(List.of(place.count("base_2"), place.count("shop_1"), place.count("a_1")))
                .containsOnly(1);

        for (String plugin : List.of("a", "shop", "base")) {
            assertThat(place.run("rollback", "--plugin", plugin, "--steps", "9").code())
                    .isZero();
        }
        assertThat(place.count("base_1")).isZero();
    }

    @Test
    void anUpgradeBeyondARangeMayBeTakenBackWhileOthersStandOnWhatWasThereBefore() {
        Place place = threePlugins(chain());
        place.run("migrate");
        write(place, "base-3", "3.0.0", "");
        assertThat(place.run("migrate").code()).isZero();

        assertThat(place.run("rollback", "--plugin", "base", "--to", "2.0.0").code())
                .isZero();
        assertThat(place.run("rollback", "--plugin", "base", "--to", "1.0.0").code())
                .isEqualTo(6);
    }

    @Test
    void aPluginDoesNotComeBackToAVersionThatAnotherConflictsWith() {
        Place place = threePlugins(chain());
        place.write("chain/other/other-1.json", """
                {"format": "portable-migration-v1", "migration": {
                  "id": "other-1", "pluginId": "other", "version": "1.0.0", "conflicts": ["base@<2"],
                  "steps": {"up": [{"id": "t", "sql": {"sqlite": ""}}]}}}
                """);
        assertThat(place.run("migrate", "--plugin", "base").code()).isZero();
        assertThat(place.run("migrate", "--plugin", "other").code()).isZero();

        Answer back = place.run("rollback", "--plugin", "base", "--steps", "1");

        assertThat(back.code()).isEqualTo(6);
        assertThat(back.error())
                .contains("base would come back to 1.0.0", "other-1 of other 1.0.0 conflicts with 'base@<2'");
    }

    @Test
    void allThatStandsAgainstAPlanIsToldAtOnceWithIdsAndRangesAsTheyWereWritten() {
        Place place = threePlugins(chain());
        write(place, "b-1", "1.0.0", "\"base@~7.1\"");
        write(place, "c-1", "1.0.0", "\"nowhere@>=1 <2\"");
        write(place, "d-1", "1.0.0", "\"e@1.x\"");
        write(place, "e-1", "1.0.0", "\"d-1\"");

        Answer answer = place.run("migrate", "--format", "json");

        assertThat(answer.code()).isEqualTo(6);
        assertThat(answer.json().at("/failed/message").asText())
                .contains(
                        "3 things stand against this plan",
                        "Migration b-1 needs 'base@~7.1', and of plugin base there is [1.0.0 (given), 2.0.0 (given)]",
                        "Migration c-1 needs 'nowhere@>=1 <2'",
                        "d-1 needs e-1 needs d-1 (d-1 needs 'e@1.x')");
        assertThat(place.run("migrate", "--plugin", "a").code()).isZero();
    }
}
