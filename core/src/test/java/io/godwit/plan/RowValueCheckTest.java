package io.godwit.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.Godwit;
import io.godwit.failure.Problem;
import io.godwit.format.PluginSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowValueCheckTest {

    private static final String MIGRATION = """
            {"format": "portable-migration-v1", "migration": {"id": "%1$s", "pluginId": "crm", "version": "1.0.0", "steps": {
              "up": [{"id": "only", %2$s}],
              "down": [{"id": "back", "operations": [{"dropTable": {"table": "unrelated"}}]}]}}}""";

    private static final String TABLE = """
            {"createTable": {"table": "person", "columns": [
               {"name": "id", "type": "integer", "primaryKey": true},
               {"name": "born", "type": "date"},
               {"name": "photo", "type": "bytes"},
               {"name": "initials", "type": "varchar(3)"}]}}""";

    @TempDir
    private Path folder;

    private void migration(String id, String operation) throws IOException {
        step(id, "\"operations\": [" + operation + "]");
    }

    private void step(String id, String content) throws IOException {
        Files.writeString(folder.resolve(id + ".json"), MIGRATION.formatted(id, content));
    }

    private List<Problem> problems() {
        return Godwit.validate(PluginSource.directory(folder));
    }

    private static final String TORN_ROW = """
            {"insertRows": {"table": "person", "rows": [
               {"id": 1, "born": "1815-12-10", "photo": null},
               {"id": 2, "born": "10.12.1815"}]}}""";

    @Test
    void valueThatIsNoneOfItsColumnsTypeIsToldAtItsPlace() throws IOException {
        migration("one", TABLE);
        migration("two", TORN_ROW);

        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("two.json");
            assertThat(problem.line()).isEqualTo(4);
            assertThat(problem.pointer()).isEqualTo("/migration/steps/up/0/operations/0/insertRows/rows/1/born");
            assertThat(problem.message()).isEqualTo("'10.12.1815' is no value of type date");
        });
    }

    @Test
    void everyWayOfWritingAValueIsLookedAt() throws IOException {
        migration("one", TABLE + """
                , {"upsertRows": {"table": "person", "key": ["id"], "rows": [{"id": 2147483648}]}}
                , {"updateRows": {"table": "person", "set": {"photo": "AAEC"}, "where": "id = 1"}}
                , {"addColumn": {"table": "person", "column": {"name": "age", "type": "smallint", "default": "old"}}}
                , {"setDefault": {"table": "person", "column": "initials", "default": "long"}}
                , {"createTable": {"table": "other", "columns": [{"name": "at", "type": "time", "default": "25:00:00"}]}}""");

        assertThat(problems())
                .extracting(Problem::pointer)
                .containsExactly(
                        "/migration/steps/up/0/operations/1/upsertRows/rows/0/id",
                        "/migration/steps/up/0/operations/2/updateRows/set/photo",
                        "/migration/steps/up/0/operations/3/addColumn/column/default",
                        "/migration/steps/up/0/operations/4/setDefault/default",
                        "/migration/steps/up/0/operations/5/createTable/columns/0/default");
    }

    @Test
    void whatSqlOrAnotherTypeMayHaveChangedIsNotJudged() throws IOException {
        migration("one", TABLE);
        migration("two", TORN_ROW);
        step("three", "\"sql\": {\"postgresql\": \"ALTER TABLE Person ALTER born TYPE text\"}");
        assertThat(problems()).isEmpty();

        migration("three", "{\"changeType\": {\"table\": \"person\", \"column\": \"born\", \"type\": \"text\"}}");
        assertThat(problems()).isEmpty();

        migration("three", "{\"renameTable\": {\"from\": \"stranger\", \"to\": \"person\"}}");
        assertThat(problems()).isEmpty();

        migration("three", "{\"renameColumn\": {\"table\": \"person\", \"from\": \"photo\", \"to\": \"picture\"}}");
        assertThat(problems()).hasSize(1);
    }
}
