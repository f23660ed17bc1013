package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.Godwit;
import io.godwit.engine.Action;
import io.godwit.engine.Decision;
import io.godwit.engine.KilledDataSource;
import io.godwit.engine.RepairAction;
import io.godwit.engine.RepairChoice;
import io.godwit.engine.RepairReport;
import io.godwit.engine.RepairWay;
import io.godwit.failure.ActionDeniedException;
import io.godwit.failure.PlanRefusedException;
import io.godwit.failure.RepairNeededException;
import io.godwit.history.AuditEntry;
import io.godwit.plan.UpgradeTarget;
import io.godwit.tck.harness.LogicalSchema;
import io.godwit.tck.harness.MemoryBackups;
import io.godwit.tck.harness.PluginFolder;
import io.godwit.tck.harness.Workbench;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a run does not get over by itself: it is shown with its ways out, and each of them leads out. */
public interface RepairContract extends EngineContract {

    String GROWN = """
            {"id": "grown", "operations": [
              {"addColumn": {"table": "city", "column": {"name": "visits", "type": "integer", "nullable": false, "default": 0}}},
              {"createTable": {"table": "lake", "columns": [{"name": "id", "type": "integer", "primaryKey": true}]}}]},
            {"id": "outside", "dependencies": ["grown"], "transactional": false, "operations": [
              {"createIndex": {"table": "city", "columns": ["name"], "concurrently": true}}]},
            {"id": "last", "dependencies": ["outside"], "operations": [
              {"createIndex": {"table": "city", "columns": ["visits"]}}]}""";

    @Test
    default void statementOfTheAuthorsOwnThatWasCutOffIsSettledByAPerson() {
        int doubts = 0;
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", own("\"CREATE TABLE own (id integer)\""));
            boolean killed = true;
            for (int point = 1; killed; point++) {
                try (Workbench bench = new Workbench(bench().database().another())) {
                    killed = cutOff(plugins, bench, point);
                    Godwit godwit = plugins.on(bench.database().dataSource()).build();
                    if (isDoubtful(godwit)) {
                        settle(godwit, bench);
                        doubts++;
                    }
                }
            }
        }
        assertThat(doubts).isGreaterThanOrEqualTo(2);
    }

    @Test
    default void whatStoppedHalfWayNamesTheBackupThatARestoreWouldTake() {
        try (PluginFolder plugins = PluginFolder.create()) {
            MemoryBackups backups = new MemoryBackups();
            plugins.migration("crm-1", "1.0.0", RunContract.CITY + "," + RunContract.ROWS);
            Godwit godwit = on(plugins).takeBackups(true).backups(backups).build();
            godwit.migrate();
            plugins.migration("crm-2", "1.1.0", JournalProofContract.HALF);
            assertThat(godwit.migrate(UpgradeTarget.ALL).failure()).isInstanceOf(RepairNeededException.class);
            assertThat(godwit.planRepair().actions().get(0).problem())
                    .contains("godwit restore " + backups.names().iterator().next());
        }
    }

    private static boolean isDoubtful(Godwit godwit) {
        return godwit.planRepair().actions().stream().anyMatch(action -> action.kind() == RepairAction.Kind.DOUBTFUL);
    }

    private void settle(Godwit godwit, Workbench bench) {
        assertThat(godwit.migrate(UpgradeTarget.ALL).failure())
                .isInstanceOf(RepairNeededException.class)
                .hasMessageContaining("godwit repair --migration crm-1 --step own --as undone");
        assertThat(godwit.repair(RepairChoice.of("crm-1", RepairWay.RESUME)).failure())
                .isInstanceOf(PlanRefusedException.class)
                .hasMessageContaining("--as done");
        assertThat(godwit.planRepair().actions()).hasSize(1).allSatisfy(action -> {
            assertThat(action.statement()).contains("CREATE TABLE own");
            assertThat(action.since()).isNotEmpty();
        });
        boolean there = bench.introspect().table(named("own")).isPresent();
        RepairReport report = godwit.repair(
                RepairChoice.of("crm-1", "own", there ? RepairWay.DONE : RepairWay.UNDONE),
                RepairChoice.of("crm-1", RepairWay.RESUME));
        assertThat(report.orThrow().repaired()).isTrue();
        assertThat(bench.introspect().table(named("own"))).isPresent();
        assertThat(godwit.status().plugins().get(0).applied()).containsExactly("crm-1");
        assertThat(godwit.history()).extracting(AuditEntry::action).contains("repair");
    }

    @Test
    default void whatStoppedHalfWayIsTakenBackWhereverItStopped() {
        int partial = 0;
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", RunContract.CITY + "," + RunContract.ROWS);
            boolean killed = true;
            for (int point = 1; killed; point++) {
                try (Workbench bench = new Workbench(bench().database().another())) {
                    Godwit godwit = plugins.on(bench.database().dataSource()).build();
                    godwit.migrate();
                    List<String> before = schema(bench);
                    plugins.migration("crm-2", "1.1.0", GROWN);
                    killed = cutOff(plugins, bench, point);
                    if (!godwit.planRepair().isEmpty()) {
                        partial++;
                        RepairReport report = godwit.repair(RepairChoice.of("crm-2", RepairWay.TAKE_BACK));
                        assertThat(report.orThrow().repaired())
                                .as("cut off at %d", point)
                                .isTrue();
                        assertThat(schema(bench)).as("cut off at %d", point).isEqualTo(before);
                        assertThat(godwit.migrate().applied()).containsExactly("crm-2");
                    }
                    plugins.remove("crm-2");
                }
            }
        }
        assertThat(partial).isGreaterThanOrEqualTo(5);
    }

    @Test
    default void rawStepOfWhichAPartIsDoneStaysPartialHoweverOftenItFails() throws SQLException {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration(
                    "crm-1", "1.0.0", own("[\"CREATE TABLE own (id integer)\", \"INSERT INTO nowhere VALUES (1)\"]"));
            Godwit godwit = on(plugins).build();
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThat(godwit.migrate(UpgradeTarget.ALL).failure())
                        .isInstanceOfSatisfying(
                                RepairNeededException.class,
                                failure -> assertThat(failure.failure()).isPresent())
                        .hasMessageContaining("godwit repair --dry-run");
                assertThat(godwit.status().plugins().get(0).partial()).containsExactly("crm-1");
                assertThat(godwit.status().plugins().get(0).pending()).isEmpty();
            }
            execute("CREATE TABLE nowhere (id integer)");
            assertThat(godwit.migrate().applied()).containsExactly("crm-1");
            assertThat(rows("select id from nowhere")).containsExactly("1");
        }
    }

    @Test
    default void whatIsForgottenIsPendingAndTheDatabaseStaysAsItIs() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration(
                    "crm-1", "1.0.0", own("[\"CREATE TABLE own (id integer)\", \"INSERT INTO nowhere VALUES (1)\"]"));
            Godwit godwit = on(plugins).build();
            godwit.migrate(UpgradeTarget.ALL);
            Godwit other = on(plugins)
                    .authorizer((actor, action) ->
                            action.kind() == Action.Kind.REPAIR ? Decision.deny("not you") : Decision.ALLOW)
                    .build();
            RepairChoice forget = RepairChoice.of("crm-1", RepairWay.FORGET);
            assertThat(other.repair(forget).failure()).isInstanceOf(ActionDeniedException.class);
            assertThat(godwit.planRepair().actions()).hasSize(1);
            assertThat(godwit.repair(forget).orThrow().repaired()).isTrue();
            assertThat(introspect().table(named("own"))).isPresent();
            assertThat(godwit.status().plugins().get(0).pending()).containsExactly("crm-1");
            assertThat(rows("select step_id from godwit_step")).isEmpty();
        }
    }

    private String own(String sql) {
        return "{\"id\": \"own\", \"transactional\": false, \"sql\": {\""
                + dialect().engine() + "\": " + sql + "}}";
    }

    /** False if the run was done before. */
    private static boolean cutOff(PluginFolder plugins, Workbench bench, int point) {
        KilledDataSource source = KilledDataSource.throwing(bench.database().dataSource(), point);
        try {
            plugins.on(source.dataSource()).build().migrate(UpgradeTarget.ALL);
        } catch (KilledDataSource.Killed expected) {
            assertThat(expected).hasMessage(source.boundary());
        }
        return source.wasKilled();
    }

    private static List<String> schema(Workbench bench) {
        return LogicalSchema.of(bench.introspect(), bench.dialect()).lines();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = bench().database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
