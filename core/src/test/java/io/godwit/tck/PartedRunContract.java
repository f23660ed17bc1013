package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.Godwit;
import io.godwit.PluginStatus;
import io.godwit.engine.Outcome;
import io.godwit.engine.Report;
import io.godwit.failure.PlanRefusedException;
import io.godwit.failure.RepairNeededException;
import io.godwit.failure.StatementFailedException;
import io.godwit.plan.RollbackTarget;
import io.godwit.plan.UpgradeTarget;
import io.godwit.tck.harness.PluginFolder;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Migrations that no single transaction can hold. */
public interface PartedRunContract extends EngineContract {

    String INDEX = """
            {"id": "index", "transactional": false, "operations": [
              {"createIndex": {"table": "city", "columns": ["name"], "concurrently": true}}]}""";
    String TWINS = insertion("twin", 3, "rows") + "," + insertion("other", 6, "twin");
    String UNIQUE = """
            {"id": "unique", "skipOnError": true, "transactional": false, "operations": [
              {"createIndex": {"table": "city", "columns": ["name"], "unique": true, "name": "unique_names", "concurrently": true}}]}""";
    String MAYBE = """
            {"id": "maybe", "skipOnError": true, "operations": [
              {"insertRows": {"table": "city", "rows": [{"id": 1, "name": "again"}]}}]}""";

    String RENAMED = """
            {"id": "renamed", "operations": [{"updateRows": {"table": "city", "set": {"name": "renamed"}}}]}""";
    String AGAIN = """
            {"id": "again", "operations": [{"insertRows": {"table": "city", "rows": [{"id": 1, "name": "again"}]}}]}""";

    @Test
    default void stepThatMayFailIsSkippedWithWhatNeedsItAndNothingElse() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration(
                    "crm-1",
                    "1.0.0",
                    RunContract.CITY + "," + RunContract.ROWS + "," + MAYBE + "," + insertion("needs", 3, "maybe") + ","
                            + insertion("last", 4, "rows"));
            Godwit godwit = on(plugins).build();
            Report report = godwit.migrate();
            assertThat(report.applied()).containsExactly("crm-1");
            assertThat(report.findings())
                    .anySatisfy(finding -> assertThat(finding.step()).isEqualTo("maybe"))
                    .anySatisfy(finding -> assertThat(finding.step()).isEqualTo("needs"));
            assertThat(rows("select id from city order by id")).containsExactly("1", "2", "4");
            godwit.rollback("crm", RollbackTarget.steps(1)).orThrow();
            assertThat(introspect().tables()).isEmpty();
        }
    }

    /** Of an index that was being made beside its writers nothing is left either: its name is free again. */
    @Test
    default void stepOutsideATransactionThatMayFailIsSkippedWithWhatNeedsItAndNothingElse() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration(
                    "crm-1",
                    "1.0.0",
                    RunContract.CITY + "," + RunContract.ROWS + "," + TWINS + "," + UNIQUE + ","
                            + insertion("needs", 4, "unique") + "," + insertion("last", 5, "rows") + ","
                            + INDEX.replace("\"name\"]", "\"id\"], \"name\": \"unique_names\""));
            Godwit godwit = on(plugins).build();
            Report report = godwit.migrate();
            assertThat(report.applied()).containsExactly("crm-1");
            assertThat(report.findings())
                    .anySatisfy(finding -> assertThat(finding.step()).isEqualTo("unique"))
                    .anySatisfy(finding -> assertThat(finding.step()).isEqualTo("needs"));
            assertThat(rows("select id from city order by id")).containsExactly("1", "2", "3", "5", "6");
            assertThat(introspect("city").indexes())
                    .singleElement()
                    .satisfies(index -> assertThat(index.unique()).isFalse());
            assertThat(rows("select * from godwit_step")).isEmpty();
            godwit.rollback("crm", RollbackTarget.steps(1)).orThrow();
            assertThat(introspect().tables()).isEmpty();
        }
    }

    @Test
    default void stepOutsideATransactionThatFailsIsTakenBackWhereNobodySaidThatItMay() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", RunContract.CITY + "," + RunContract.ROWS + "," + TWINS)
                    .migration("crm-2", "1.1.0", UNIQUE.replace("\"skipOnError\": true, ", ""));
            Godwit godwit = on(plugins).build();
            assertThat(godwit.migrate(UpgradeTarget.ALL).failure())
                    .isInstanceOf(StatementFailedException.class)
                    .hasMessageContaining("taken back by its inverses");
            plugins.remove("crm-2")
                    .migration("crm-3", "1.2.0", INDEX.replace("\"name\"]", "\"id\"], \"name\": \"unique_names\""));
            assertThat(godwit.migrate().orThrow().applied()).containsExactly("crm-3");
        }
    }

    @Test
    default void stepOutsideATransactionRunsBetweenTheOthers() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration(
                    "crm-1",
                    "1.0.0",
                    RunContract.CITY + "," + RunContract.ROWS + "," + INDEX + "," + insertion("last", 4, "index"));
            Godwit godwit = on(plugins).build();
            assertThat(godwit.migrate().applied()).containsExactly("crm-1");
            assertThat(introspect("city").indexes()).hasSize(1);
            assertThat(godwit.status().plugins().get(0).partial()).isEmpty();
            godwit.rollback("crm", RollbackTarget.steps(1)).orThrow();
            assertThat(introspect().tables()).isEmpty();
        }
    }

    @Test
    default void failureAfterAPartThatIsCommittedTakesThatPartBack() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration(
                    "crm-1",
                    "1.0.0",
                    RunContract.CITY + "," + RunContract.ROWS + "," + INDEX + "," + RunContract.BROKEN);
            Godwit godwit = on(plugins).build();
            List<String> before = logicalSchema().lines();
            assertThatThrownBy(godwit::migrate)
                    .isInstanceOf(StatementFailedException.class)
                    .hasMessageContaining("taken back by its inverses");
            assertThat(logicalSchema().lines()).isEqualTo(before);
            assertThat(godwit.status().plugins().get(0).pending()).containsExactly("crm-1");
            assertThat(godwit.history()).hasSize(1);
        }
    }

    @Test
    default void whatCannotBeTakenBackStaysPartialHoweverOftenItFailsAndGoesOnOnceItCan() throws SQLException {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", RunContract.CITY + "," + RunContract.ROWS)
                    .migration("crm-2", "1.1.0", RENAMED + "," + INDEX + "," + AGAIN);
            Godwit godwit = on(plugins).build();
            for (int attempt = 1; attempt <= 3; attempt++) {
                Report report = godwit.migrate(UpgradeTarget.ALL);
                assertThat(report.failure()).isInstanceOf(RepairNeededException.class);
                assertThat(report.failure()).hasCauseInstanceOf(SQLException.class);
                assertThat(report.failedStatement()).hasValueSatisfying(failed -> {
                    assertThat(failed.step()).isEqualTo("again");
                    assertThat(failed.statement()).contains("INSERT");
                    assertThat(failed.databaseState()).contains("partial");
                });
                assertThat(godwit.history())
                        .filteredOn(entry -> entry.outcome().equals("failed"))
                        .hasSize(attempt);
                PluginStatus status = godwit.status().plugins().get(0);
                assertThat(status.applied()).containsExactly("crm-1");
                assertThat(status.version()).isEqualTo("1.0.0");
                assertThat(status.partial()).containsExactly("crm-2");
                assertThat(status.pending()).isEmpty();
                assertThat(status.unknown()).isEmpty();
            }
            Report back = godwit.rollback("crm", RollbackTarget.steps(1));
            assertThat(back.failure())
                    .isInstanceOf(PlanRefusedException.class)
                    .hasMessageContaining("crm-2 is partial");
            change("DELETE FROM city WHERE id = 1");
            assertThat(godwit.migrate().applied()).containsExactly("crm-2");
            assertThat(rows("select id, name from city order by id")).containsExactly("1, again", "2, renamed");
            assertThat(godwit.status().plugins().get(0).applied()).containsExactly("crm-1", "crm-2");
            assertThat(godwit.migrate().outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
        }
    }

    @Test
    default void partialMigrationGoesOnWithItsCorrectedDocument() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", RunContract.CITY + "," + RunContract.ROWS)
                    .migration("crm-2", "1.1.0", RENAMED + "," + INDEX + "," + AGAIN);
            Godwit godwit = on(plugins).build();
            assertThatThrownBy(godwit::migrate).isInstanceOf(RepairNeededException.class);
            plugins.migration("crm-2", "1.1.0", RENAMED + "," + INDEX + "," + AGAIN.replace("\"id\": 1", "\"id\": 3"));
            assertThat(godwit.migrate().applied()).containsExactly("crm-2");
            assertThat(godwit.migrate().outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
            assertThat(rows("select id, name from city order by id"))
                    .containsExactly("1, renamed", "2, renamed", "3, again");
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = bench().database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String insertion(String id, int key, String needs) {
        return "{\"id\": \"" + id + "\", \"dependencies\": [\"" + needs + "\"], \"operations\": [{\"insertRows\":"
                + " {\"table\": \"city\", \"rows\": [{\"id\": " + key + ", \"name\": \"x\"}]}}]}";
    }
}
