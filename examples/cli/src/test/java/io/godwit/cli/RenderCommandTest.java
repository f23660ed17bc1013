package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RenderCommandTest {

    @TempDir
    private Path folder;

    @Test
    void itNeedsNoDatabase() {
        Answer answer = new Place(folder).without("GODWIT_URL").run("render", "--engine", "postgresql:17");

        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .contains("-- crm-0001-contacts", "CREATE TABLE \"contacts\"", "REFERENCES \"contacts\"");
    }

    @Test
    void theWayBackBeginsWithTheLast() {
        Answer answer = new Place(folder).run("render", "--engine", "sqlite", "--down", "--format", "json");

        assertThat(answer.code()).isZero();
        assertThat(answer.json().at("/migrations").findValuesAsText("direction"))
                .containsExactly("down", "down");
        assertThat(answer.json().at("/migrations/0/id").asText()).isEqualTo("crm-0002-notes");
    }

    @Test
    void everyEngineStandsBesideTheOthers() {
        Place place = new Place(folder);

        Answer text = place.run("render", "--engine", "all");
        Answer json = place.run("render", "--engine", "all", "--format", "json");

        assertThat(text.code()).isZero();
        assertThat(text.out()).contains("-- postgresql ", "-- sqlite ");
        assertThat(json.json().at("/engines/sqlite/migrations")).hasSize(2);
        assertThat(json.json().at("/engines/postgresql/migrations")).hasSize(2);
    }

    @Test
    void valueThatAnEngineCannotBringIntoItsColumnIsToldWithTheColumn() {
        Place place = new Place(folder);
        place.write("move/move-1.json", """
                {"format": "portable-migration-v1", "migration": {"id": "move-1", "pluginId": "move", "version": "1.0.0", "steps": {"up": [
                  {"id": "tables", "operations": [
                    {"createTable": {"table": "price", "columns": [{"name": "id", "type": "integer", "primaryKey": true}, {"name": "net", "type": "decimal(8,2)"}]}},
                    {"createTable": {"table": "worth", "columns": [{"name": "id", "type": "integer", "primaryKey": true}, {"name": "much", "type": "decimal(24,4)"}]}}]},
                  {"id": "double", "transform": {"source": "price", "target": "worth", "mapping": [
                    {"source": "id", "target": "id"},
                    {"target": "much", "transform": {"type": "expression", "definition": "net * 2"}}]}}]}}}""");

        Answer answer = place.run("render", "--engine", "sqlite", "--plugin", "move");

        assertThat(answer.code()).isNotZero();
        assertThat(answer.error())
                .contains(
                        "move-1, step double, for the column much: sqlite cannot do a conversion of decimal to decimal");
    }

    @Test
    void enginesHaveTheNamesThatDocumentsGiveThem() {
        Answer alias = new Place(folder).run("render", "--engine", "Postgres:16", "--format", "json");

        assertThat(alias.code()).isZero();
        assertThat(alias.json().at("/engine").asText()).isEqualTo("postgresql");
    }

    @Test
    void aVersionThatIsNoneIsWrongUsage() {
        for (String engine : List.of("postgresql:abc", "sqlite:2", "sqlite:3.x", "sqllite")) {
            Answer answer = new Place(folder).run("render", "--engine", engine);

            assertThat(answer.code()).as(engine).isEqualTo(2);
            assertThat(answer.error()).doesNotContain("unexpected").doesNotContain("..");
        }
    }

    @Test
    void oneEngineThatRefusesIsExitCodeSixWithTheOthersShown() {
        Place place = new Place(folder);
        place.write("ora/0001.json", Documents.forOracleOnly().replace("oracle", "sqlite"));

        Answer answer = place.run("render", "--engine", "all", "--plugin", "ora", "--format", "json");

        assertThat(answer.code()).isEqualTo(6);
        assertThat(answer.json().at("/engines/sqlite/migrations")).isNotEmpty();
        assertThat(answer.json().at("/engines/postgresql/refused").asText()).contains("ora-0001");
    }

    @Test
    void anEngineThatRefusesSaysWhy() {
        Place place = new Place(folder);
        place.write("ora/0001.json", Documents.forOracleOnly());

        Answer answer = place.run("render", "--engine", "all", "--plugin", "ora", "--format", "json");

        assertThat(answer.code()).isEqualTo(6);
        assertThat(answer.json().at("/engines/sqlite/refused").asText()).contains("ora-0001");
    }

    @Test
    void anEngineThatNobodyKnowsIsWrongUsage() {
        Answer answer = new Place(folder).run("render", "--engine", "abacus", "--format", "json");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.json().at("/error/message").asText()).contains("abacus", "sqlite");
    }
}
