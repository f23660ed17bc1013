package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.Godwit;
import io.godwit.plan.UpgradeTarget;
import io.godwit.tck.harness.CutDataSource;
import io.godwit.tck.harness.LogicalSchema;
import io.godwit.tck.harness.PluginFolder;
import io.godwit.tck.harness.Workbench;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that are cut off at any statement, wherever it is: the next run needs nobody, and ends where an uninterrupted one does. */
public interface InterruptionContract extends EngineContract {

    String CHANGED = """
            {"id": "changed", "dependencies": ["rows"], "operations": [
              {"createIndex": {"table": "city", "columns": ["name"]}},
              {"addColumn": {"table": "city", "column": {"name": "visits", "type": "integer", "nullable": false, "default": 0}}},
              {"updateRows": {"table": "city", "set": {"visits": {"expression": "visits + 1"}}}},
              {"renameColumn": {"table": "city", "from": "visits", "to": "visitors"}}]}""";

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    default void nextRunEndsWhereAnUninterruptedOneDoes(boolean runs) {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", RunContract.CITY + "," + RunContract.ROWS + "," + CHANGED);
            List<String> expected = uninterrupted(plugins);
            assertThat(expected).anyMatch(line -> line.contains("visitors"));
            atEveryStatement(plugins, runs, expected);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    default void migrationThatFailsIsTakenBackByTheNextRun(boolean runs) {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", RunContract.CITY + "," + RunContract.ROWS + "," + RunContract.BROKEN);
            List<String> expected = uninterrupted(plugins);
            assertThat(expected).noneMatch(line -> line.contains("table city"));
            atEveryStatement(plugins, runs, expected);
        }
    }

    private List<String> uninterrupted(PluginFolder plugins) {
        try (Workbench bench = new Workbench(bench().database().another())) {
            return after(bench, plugins);
        }
    }

    private void atEveryStatement(PluginFolder plugins, boolean runs, List<String> expected) {
        boolean cut = true;
        for (int last = 1; cut; last++) {
            try (Workbench bench = new Workbench(bench().database().another())) {
                CutDataSource source = new CutDataSource(bench.database().dataSource(), last, runs);
                plugins.on(source.dataSource()).build().migrate(UpgradeTarget.ALL);
                cut = source.wasCut();
                assertThat(after(bench, plugins))
                        .as("cut off at statement %d: %s", last, source.lastStatement())
                        .isEqualTo(expected);
            }
        }
    }

    /** What the database holds once runs have nothing new to say. */
    private List<String> after(Workbench bench, PluginFolder plugins) {
        Godwit godwit = plugins.on(bench.database().dataSource()).build();
        godwit.migrate(UpgradeTarget.ALL);
        String last = godwit.migrate(UpgradeTarget.ALL).outcome().toString();
        List<String> lines = new ArrayList<>(
                LogicalSchema.of(bench.introspect(), bench.dialect()).lines());
        if (bench.introspect().table(named("city")).isPresent()) {
            lines.addAll(bench.rows("select id, visitors from city order by id"));
        }
        lines.add(last + " " + godwit.status().plugins().get(0).partial());
        return lines;
    }
}
