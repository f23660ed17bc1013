package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.tck.harness.NamedServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Migrations that stop half-way on engines whose DDL commits by itself. */
final class PartialTest {

    /** Its statement can be neither undone nor seen in the catalog. */
    private static final String SLOW = """
            {"format": "portable-migration-v1", "migration": {
              "id": "crm-0003-slow", "pluginId": "crm", "version": "1.2.0",
              "steps": {"up": [
                {"id": "one", "operations": [{"createTable": {"table": "one", "columns": [{"name": "id", "type": "integer"}]}}]},
                {"id": "two", "dependencies": ["one"], "sql": {"mysql": "CREATE TABLE two AS SELECT sleep(SECONDS) AS slept"}}]}}}
            """;

    @TempDir
    private Path folder;

    static Stream<NamedServer> servers() {
        return Stream.of(
                new NamedServer("mysql", "GODWIT_TEST_MYSQL_URL", "mysql-9"),
                new NamedServer("mariadb", "GODWIT_TEST_MARIADB_11_URL", "mariadb-11"));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatCannotBeTakenBackNeedsRepairAndGoesOnWhenItIsCorrected(NamedServer server) throws SQLException {
        try (MySqlPlace mysql = new MySqlPlace(folder, server)) {
            Place place = mysql.place();
            place.write("crm/0003-half.json", Documents.stoppingHalfWay("mysql"));

            Answer answer = place.run("migrate", "--format", "json");

            assertThat(answer.code()).isEqualTo(5);
            assertThat(answer.json().at("/error/kind").asText()).isEqualTo("repair");
            assertThat(answer.json().at("/failed/migration").asText()).isEqualTo("crm-0003-half");
            assertThat(answer.json().at("/failed/step").asText()).isEqualTo("two");
            assertThat(answer.json().at("/error/message").asText()).contains("no exact inverse", "next: ");
            assertThat(place.run("status").out()).contains("partial  crm-0003-half");
            assertThat(place.run("history").out()).contains("apply FAILED  crm-0003-half", "nowhere");

            place.write(
                    "crm/0003-half.json",
                    Documents.stoppingHalfWay("mysql").replace("INSERT INTO nowhere", "INSERT INTO half"));

            assertThat(place.run("migrate").code()).isZero();
            assertThat(place.run("status", "--format", "json").json().at("/plugins/0/partial"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void statementThatWasCutOffIsInDoubtUntilSomebodyLooks(NamedServer server) throws SQLException {
        try (MySqlPlace mysql = new MySqlPlace(folder, server)) {
            Place place = mysql.place();
            place.run("migrate");
            place.write("crm/0003-slow.json", SLOW.replace("SECONDS", "60"));

            CompletableFuture<Answer> running = CompletableFuture.supplyAsync(() -> place.run("migrate"));
            while (!running.isDone() && mysql.cut("CREATE TABLE two") == 0) {
                Thread.onSpinWait();
            }
            Answer cut = running.join();
            Answer again = place.run("migrate");

            assertThat(cut.code()).isEqualTo(5);
            assertThat(cut.error()).contains("crm-0003-slow was interrupted in step two", "--as done");
            assertThat(again.code()).isEqualTo(5);
            assertThat(again.error())
                    .contains(
                            "crm-0003-slow was interrupted in step two",
                            "cannot tell",
                            "next: ",
                            "godwit repair --migration crm-0003-slow --step two --as done");
            assertThat(place.run("status").out()).contains("partial  crm-0003-slow", "says what to repair");
            assertThat(place.run("history").out())
                    .contains("apply FAILED  crm-0003-slow", "interrupted in step two", "cannot tell");

            mysql.execute("DROP TABLE IF EXISTS " + mysql.table("two"));
            place.write("crm/0003-slow.json", SLOW.replace("SECONDS", "0"));
            Answer plan = place.run("repair", "--dry-run", "--format", "json");
            assertThat(plan.code()).isEqualTo(5);
            assertThat(plan.json().at("/outcome").asText()).isEqualTo("repair-needed");
            assertThat(plan.json().at("/actions/0/kind").asText()).isEqualTo("doubtful");
            assertThat(plan.json().at("/actions/0/statement").asText()).startsWith("CREATE TABLE two");
            assertThat(place.run("repair", "--migration", "crm-0003-slow", "--resume")
                            .code())
                    .isEqualTo(6);

            Answer repair =
                    place.run("repair", "--migration", "crm-0003-slow", "--step", "two", "--as", "undone", "--resume");

            assertThat(repair.code()).as(repair.error()).isZero();
            assertThat(place.run("history").out()).contains("repair", "counts as not done");
            assertThat(place.run("repair").out()).contains("Nothing to repair.");
            assertThat(place.run("status").out()).doesNotContain("partial").contains("1.2.0");
        }
    }
}
