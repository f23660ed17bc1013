package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.Godwit;
import io.godwit.dialect.Feature;
import io.godwit.engine.RetryPolicy;
import io.godwit.failure.GodwitException;
import io.godwit.failure.RepairNeededException;
import io.godwit.migration.Version;
import io.godwit.plan.RollbackTarget;
import io.godwit.plan.UpgradeTarget;
import io.godwit.tck.harness.CutDataSource;
import io.godwit.tck.harness.LogicalSchema;
import io.godwit.tck.harness.PluginFolder;
import io.godwit.tck.harness.Workbench;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that are cut off at any statement, wherever it is: the next run needs nobody, and ends where an uninterrupted one does. */
public interface InterruptionContract extends EngineContract {

    String CHANGED = """
            {"id": "changed", "dependencies": ["rows"], "operations": [
              {"createIndex": {"table": "city", "columns": ["name"]}},
              {"addColumn": {"table": "city", "column": {"name": "visits", "type": "integer", "nullable": false, "default": 0}}},
              {"updateRows": {"table": "city", "set": {"visits": {"expression": "visits + 1"}}}},
              {"renameColumn": {"table": "city", "from": "visits", "to": "visitors"}}]},
            {"id": "more", "dependencies": ["changed"], "sql": {"universal": "CREATE TABLE lake (id bigint PRIMARY KEY, name text); \
            INSERT INTO lake VALUES (1, 'Como'); CREATE INDEX lakes ON lake (id DESC); ALTER TABLE lake ADD COLUMN deep integer; \
            UPDATE lake SET deep = 1"}}""";

    String GROWN = """
            {"id": "grown", "operations": [
              {"createIndex": {"table": "city", "columns": ["name"]}},
              {"addColumn": {"table": "city", "column": {"name": "visits", "type": "integer", "nullable": false, "default": 0}}},
              {"renameColumn": {"table": "city", "from": "visits", "to": "visitors"}}]},
            {"id": "lake", "dependencies": ["grown"], "operations": [
              {"insertRows": {"table": "city", "rows": [{"id": 3, "name": "Oslo"}]}},
              {"createTable": {"table": "lake", "columns": [{"name": "id", "type": "integer", "primaryKey": true}]}},
              {"addCheck": {"table": "city", "expression": "visitors >= 0", "name": "some"}}]}""";

    String SHRUNK = """
            {"id": "less", "operations": [
              {"dropTable": {"table": "lake"}}, {"dropConstraint": {"table": "city", "name": "some"}},
              {"deleteRows": {"table": "city", "where": "id = 3"}}]},
            {"id": "least", "dependencies": ["less"], "operations": [
              {"dropIndex": {"table": "city", "name": "ix_city_name"}},
              {"dropColumn": {"table": "city", "column": "visitors"}}]}""";

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

    /** What one migration wrote last may still wait for the next one's first record. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    default void nextRunEndsWhereAnUninterruptedOneOfSeveralMigrationsDoes(boolean runs) {
        try (PluginFolder plugins = severalMigrations()) {
            List<String> expected = uninterrupted(plugins);
            assertThat(expected).anyMatch(line -> line.contains("visitors"));
            atEveryStatement(plugins, runs, expected);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    default void nextRollbackEndsWhereAnUninterruptedOneOfSeveralMigrationsDoes(boolean runs) {
        try (PluginFolder plugins = severalMigrations()) {
            Godwit godwit = on(plugins).build();
            godwit.migrate(new UpgradeTarget("crm", Version.parse("1.0.0"))).orThrow();
            List<String> before = contents();
            boolean cut = true;
            for (int last = 1; cut; last++) {
                godwit.migrate().orThrow();
                CutDataSource source = new CutDataSource(bench().database().dataSource(), last, runs);
                cutOff(plugins.on(source.dataSource()).retries(RetryPolicy.NONE).build());
                cut = source.wasCut();
                godwit.rollback("crm", RollbackTarget.toVersion("1.0.0")).orThrow();
                assertThat(contents())
                        .as("cut off at statement %d: %s", last, source.lastStatement())
                        .isEqualTo(before);
            }
            assertThat(brokenLinks(bench())).isEmpty();
        }
    }

    static PluginFolder severalMigrations() {
        return PluginFolder.create()
                .migration("crm-1", "1.0.0", RunContract.CITY + "," + RunContract.ROWS)
                .migration("crm-2", "1.1.0", """
                        {"id": "grown", "operations": [
                          {"addColumn": {"table": "city", "column": {"name": "visits", "type": "integer", "default": 0}}},
                          {"renameColumn": {"table": "city", "from": "visits", "to": "visitors"}}]}""")
                .migration("crm-3", "1.2.0", """
                        {"id": "row", "operations": [{"insertRows": {"table": "city", "rows": [{"id": 3, "name": "Oslo"}]}}]}""")
                .migration("crm-4", "1.3.0", """
                        {"id": "index", "operations": [{"createIndex": {"table": "city", "columns": ["name"]}}]}""")
                .migration("crm-5", "1.4.0", """
                        {"id": "lake", "operations": [
                          {"createTable": {"table": "lake", "columns": [{"name": "id", "type": "integer", "primaryKey": true}]}},
                          {"insertRows": {"table": "lake", "rows": [{"id": 7}]}}]}""");
    }

    /** Entries of the audit trail that do not follow the one before them. */
    static List<String> brokenLinks(Workbench bench) {
        List<String> broken = new ArrayList<>();
        String before = null;
        for (String row : bench.rows("select seq, previous_hash, hash from godwit_audit order by seq")) {
            String[] entry = row.split(", ", -1);
            if (before != null && !before.equals(entry[1])) {
                broken.add(row);
            }
            before = entry[2];
        }
        return broken;
    }

    /** By inverses, and by a down side that its author wrote. */
    @ParameterizedTest
    @CsvSource({"false,true", "true,false"})
    default void nextRollbackEndsWhereAnUninterruptedOneDoes(boolean runs, boolean written) {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", RunContract.CITY + "," + RunContract.ROWS)
                    .document(
                            "crm",
                            "crm-2",
                            "1.1.0",
                            "\"steps\": {\"up\": [" + GROWN + "]" + (written ? ", \"down\": [" + SHRUNK + "]" : "")
                                    + "}");
            Godwit godwit = on(plugins).build();
            godwit.migrate(new UpgradeTarget("crm", Version.parse("1.0.0"))).orThrow();
            List<String> before = contents();
            boolean cut = true;
            boolean partial = false;
            for (int last = 1; cut; last++) {
                godwit.migrate();
                CutDataSource source = new CutDataSource(bench().database().dataSource(), last, runs);
                cutOff(plugins.on(source.dataSource()).retries(RetryPolicy.NONE).build());
                cut = source.wasCut();
                if (!godwit.status().plugins().get(0).partial().isEmpty()) {
                    partial = true;
                    assertThatThrownBy(godwit::migrate)
                            .isInstanceOf(RepairNeededException.class)
                            .hasMessageContainingAll("crm-2", "next: roll it back again");
                }
                godwit.rollback("crm", RollbackTarget.toVersion("1.0.0")).orThrow();
                assertThat(contents())
                        .as("cut off at statement %d: %s", last, source.lastStatement())
                        .isEqualTo(before);
                assertThat(godwit.status().plugins().get(0).partial()).isEmpty();
            }
            assertThat(partial).isNotEqualTo(dialect().supports(Feature.TRANSACTIONAL_DDL));
        }
    }

    /** Where it is cut decides whether it fails before there is a report. */
    private static void cutOff(Godwit godwit) {
        try {
            godwit.rollback("crm", RollbackTarget.toVersion("1.0.0"));
        } catch (GodwitException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private List<String> contents() {
        List<String> lines = new ArrayList<>(logicalSchema().lines());
        lines.addAll(rows("select id, name from city order by id"));
        return lines;
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
                plugins.on(source.dataSource())
                        .retries(RetryPolicy.NONE)
                        .build()
                        .migrate(UpgradeTarget.ALL);
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
        assertThat(brokenLinks(bench)).isEmpty();
        lines.add(last + " " + godwit.status().plugins().get(0).partial());
        return lines;
    }
}
