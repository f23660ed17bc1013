package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.Godwit;
import io.godwit.PluginStatus;
import io.godwit.dialect.Feature;
import io.godwit.engine.Outcome;
import io.godwit.engine.Report;
import io.godwit.engine.TransactionScope;
import io.godwit.failure.HistoryConflictException;
import io.godwit.failure.PlanRefusedException;
import io.godwit.failure.StatementFailedException;
import io.godwit.failure.ValidationFailedException;
import io.godwit.history.AuditEntry;
import io.godwit.plan.Plan;
import io.godwit.plan.RollbackTarget;
import io.godwit.plan.Undo;
import io.godwit.plan.UpgradeTarget;
import io.godwit.tck.harness.PluginFolder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Running plans through the façade: what is applied, what is recorded, what a failure leaves. */
public interface RunContract extends EngineContract {

    String CITY = """
            {"id": "table", "operations": [{"createTable": {"table": "city", "columns": [
              {"name": "id", "type": "bigint", "primaryKey": true},
              {"name": "name", "type": "varchar(100)", "nullable": false}]}}]}""";
    String ROWS = """
            {"id": "rows", "dependencies": ["table"], "operations": [
              {"insertRows": {"table": "city", "rows": [{"id": 1, "name": "Zürich 🏔"}, {"id": 2, "name": "O'Neill"}]}}]}""";
    String BROKEN = """
            {"id": "broken", "dependencies": ["rows"], "operations": [
              {"insertRows": {"table": "city", "rows": [{"id": 1, "name": "again"}]}}]}""";
    String SIZE = """
            {"id": "size", "operations": [{"addColumn": {"table": "city", "column": {"name": "size", "type": "integer"}}}]}""";

    @Test
    default void appliesWhatIsPendingOnceAndThenHasNothingToDo() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", ROWS + "," + CITY).migration("crm-2", "1.1.0", SIZE);
            Godwit godwit = on(plugins).build();
            Report first = godwit.migrate();
            assertThat(first.outcome()).isEqualTo(Outcome.SUCCEEDED);
            assertThat(first.applied()).containsExactly("crm-1", "crm-2");
            assertThat(rows("select id, name, size from city order by id"))
                    .containsExactly("1, Zürich 🏔, NULL", "2, O'Neill, NULL");
            assertThat(godwit.migrate().outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
            PluginStatus status = godwit.status().plugins().get(0);
            assertThat(status.version()).isEqualTo("1.1.0");
            assertThat(status.applied()).containsExactly("crm-1", "crm-2");
            assertThat(status.pending()).isEmpty();
        }
    }

    /** In the row, and in the document that the history keeps. */
    @Test
    default void textOfMegabytesIsAppliedAndTakenBack() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", """
                    {"id": "page", "operations": [
                      {"createTable": {"table": "page", "columns": [{"name": "id", "type": "bigint", "primaryKey": true},
                        {"name": "words", "type": "text"}]}},
                      {"insertRows": {"table": "page", "rows": [{"id": 1, "words": "%s"}]}}]}""".formatted("wörds' ".repeat(400_000)));
            Godwit godwit = on(plugins).build();
            assertThat(godwit.migrate().outcome()).isEqualTo(Outcome.SUCCEEDED);
            assertThat(rows("select length(words) from page")).containsExactly("2800000");
            assertThat(godwit.migrate().outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
            assertThat(godwit.rollback("crm", RollbackTarget.steps(1)).rolledBack())
                    .containsExactly("crm-1");
        }
    }

    @Test
    default void upgradesOnePluginToAVersion() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", CITY).migration("crm-2", "1.1.0", SIZE);
            Godwit godwit = on(plugins).build();
            assertThat(godwit.execute(godwit.planUpgrade("crm", "1.0.0")).applied())
                    .containsExactly("crm-1");
            assertThat(godwit.status().plugins().get(0).pending()).containsExactly("crm-2");
            assertThat(godwit.execute(godwit.planUpgrade("crm")).applied()).containsExactly("crm-2");
        }
    }

    @Test
    default void failureInTheThirdStepLeavesNoTraceButItsHistory() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", CITY + "," + ROWS + "," + BROKEN);
            Godwit godwit = on(plugins).build();
            List<String> before = logicalSchema().lines();
            assertThatThrownBy(godwit::migrate).isInstanceOfSatisfying(StatementFailedException.class, failed -> {
                assertThat(failed.failure().migration()).isEqualTo("crm-1");
                assertThat(failed.failure().step()).isEqualTo("broken");
                assertThat(failed.failure().statement()).contains("again");
                assertThat(failed.getMessage()).contains("database: as it was").contains("next: ");
            });
            assertThat(logicalSchema().lines()).isEqualTo(before);
            assertThat(godwit.status().plugins().get(0).applied()).isEmpty();
            List<AuditEntry> history = godwit.history();
            assertThat(history).hasSize(1);
            assertThat(history.get(0).outcome()).isEqualTo("failed");
            assertThat(history.get(0).detail()).contains("broken");
        }
    }

    @Test
    default void whatWasAppliedBeforeAFailureStaysAndTheNextRunGoesOn() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", CITY)
                    .migration("crm-2", "1.1.0", ROWS.replace("\"dependencies\": [\"table\"],", "") + "," + BROKEN);
            Report report = on(plugins).build().migrate(UpgradeTarget.ALL);
            assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(report.applied()).containsExactly("crm-1");
            assertThat(report.failedStatement()).isPresent();
            assertThat(rows("select count(*) from city")).containsExactly("0");
            plugins.migration("crm-2", "1.1.0", ROWS.replace("\"dependencies\": [\"table\"],", ""));
            assertThat(on(plugins).build().migrate().applied()).containsExactly("crm-2");
            assertThat(rows("select count(*) from city")).containsExactly("2");
        }
    }

    @Test
    default void editedMigrationIsRefusedWithADiffAndAReformattedOneIsNot() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", CITY);
            on(plugins).build().migrate();
            String text = plugins.read("crm-1");
            plugins.file(
                    "crm-1.json",
                    text.replace("[{", "[\n\n {").replace("\"version\"", "\"name\": \"Cities\", \"version\""));
            Godwit godwit = on(plugins).build();
            assertThat(godwit.migrate().outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
            plugins.file("crm-1.json", text.replace("varchar(100)", "varchar(90)"));
            assertThatThrownBy(godwit::migrate)
                    .isInstanceOf(HistoryConflictException.class)
                    .hasMessageContaining("crm-1")
                    .hasMessageMatching("(?s).*\\n- [^\\n]*varchar\\(100\\).*\\n\\+ [^\\n]*varchar\\(90\\).*");
        }
    }

    @Test
    default void stalePlanIsRefused() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", CITY);
            Godwit godwit = on(plugins).build();
            Plan plan = godwit.planAll();
            godwit.migrate();
            assertThatThrownBy(() -> godwit.execute(plan))
                    .isInstanceOf(PlanRefusedException.class)
                    .hasMessageContaining("stale");
        }
    }

    @Test
    default void planSaysWhatWouldRunAndChangesNothing() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", CITY + "," + ROWS);
            Plan plan = on(plugins).build().planAll();
            assertThat(plan.migrations()).hasSize(1);
            assertThat(plan.toSql()).contains("CREATE TABLE").contains("O''Neill");
            assertThat(plan.toMarkdown()).contains("undo: exact");
            assertThat(plan.toJson()).contains("\"statements\"").contains("\"undo\" : \"exact\"");
            assertThat(introspect().tables()).isEmpty();
        }
    }

    @Test
    default void planSaysThatRowsGoWithTheTableThatTheSameMigrationMakes() {
        try (PluginFolder plugins = PluginFolder.create()) {
            String changed = """
                    {"id": "changed", "dependencies": ["rows"], "operations": [{"updateRows": {"table": "city", "set": {"name": "x"}}}]}""";
            plugins.migration("crm-1", "1.0.0", CITY + "," + ROWS + "," + changed);
            Godwit godwit = on(plugins).build();
            assertThat(godwit.planAll().migrations().get(0).steps())
                    .allSatisfy(step -> assertThat(step.undo()).isEqualTo(Undo.EXACT))
                    .allSatisfy(step -> assertThat(step.undoReason()).isEmpty());
            godwit.migrate();
            plugins.migration("crm-2", "1.1.0", changed.replace("\"dependencies\": [\"rows\"],", ""));
            assertThat(godwit.planAll().migrations().get(0).steps().get(0).undo())
                    .isEqualTo(Undo.NONE);
            godwit.rollback("crm", RollbackTarget.everything()).orThrow();
            assertThat(introspect().tables()).isEmpty();
        }
    }

    @Test
    default void validationsGuardTheStep() {
        try (PluginFolder plugins = PluginFolder.create()) {
            String guarded = SIZE.replace(
                    "\"operations\"",
                    "\"preValidation\": {\"sql\": \"select count(*) from city\", \"expect\": 0, \"message\": \"no cities yet\"},"
                            + " \"operations\"");
            plugins.migration("crm-1", "1.0.0", CITY + "," + ROWS).migration("crm-2", "1.1.0", guarded);
            Godwit godwit = on(plugins).build();
            assertThatThrownBy(godwit::migrate)
                    .isInstanceOf(ValidationFailedException.class)
                    .hasMessageContaining("no cities yet")
                    .hasMessageContaining("it returned 2, and 0 was expected");
            assertThat(godwit.status().plugins().get(0).applied()).containsExactly("crm-1");
            plugins.migration("crm-2", "1.1.0", guarded.replace("\"message\"", "\"otherwise\": \"skip\", \"message\""));
            assertThat(godwit.migrate().applied()).containsExactly("crm-2");
            assertThat(introspect("city").columns()).hasSize(2);
        }
    }

    @Test
    default void stepsOfWhichOneIsLeftOutMayMakeTheSame() {
        String made = """
                {"id": "%s", %s "operations": [{"createTable": {"table": "label", "columns": [
                  {"name": "id", "type": "integer", "primaryKey": true}]}}]}""";
        String unless = """
                "preValidation": {"sql": "select count(*) from city", "expect": 0, "otherwise": "skip"},""";
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", CITY + "," + ROWS)
                    .migration("crm-2", "1.1.0", made.formatted("either", unless))
                    .migration("crm-3", "1.2.0", made.formatted("or", ""));
            Godwit godwit = on(plugins).build();
            assertThat(godwit.migrate().applied()).containsExactly("crm-1", "crm-2", "crm-3");
            assertThat(introspect("label").columns()).hasSize(1);
            plugins.migration("crm-4", "1.3.0", made.formatted("again", ""));
            assertThatThrownBy(godwit::migrate)
                    .isInstanceOf(PlanRefusedException.class)
                    .hasMessageContaining("makes label, which migration crm-3 of the same plugin has made already");
        }
    }

    @Test
    default void oneTransactionForTheWholeRunIsAllOrNothing() {
        if (!dialect().supports(Feature.TRANSACTIONAL_DDL)) {
            return;
        }
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", CITY)
                    .migration(
                            "crm-2",
                            "1.1.0",
                            BROKEN.replace("\"dependencies\": [\"rows\"],", "")
                                    .replace("\"id\": 1, \"name\": \"again\"", "\"id\": 1, \"name\": null"));
            Godwit godwit = on(plugins).transactions(TransactionScope.RUN).build();
            assertThatThrownBy(godwit::migrate).isInstanceOf(StatementFailedException.class);
            assertThat(introspect().tables()).isEmpty();
            assertThat(godwit.status().plugins().get(0).applied()).isEmpty();
            plugins.migration("crm-2", "1.1.0", SIZE);
            assertThat(godwit.migrate().applied()).containsExactly("crm-1", "crm-2");
            assertThat(introspect("city").columns()).hasSize(3);
        }
    }

    @Test
    default void auditTrailIsChained() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", CITY).migration("crm-2", "1.1.0", SIZE);
            Godwit godwit = on(plugins).build();
            godwit.migrate();
            String previous = "";
            for (AuditEntry entry : godwit.history()) {
                assertThat(entry.follows(previous)).as("%s", entry).isTrue();
                assertThat(entry.actor()).isEqualTo("tester");
                previous = entry.hash();
            }
            assertThat(godwit.history()).hasSize(2);
        }
    }
}
