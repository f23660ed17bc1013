package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.Godwit;
import io.godwit.engine.Report;
import io.godwit.engine.RetryPolicy;
import io.godwit.migration.Version;
import io.godwit.plan.RollbackTarget;
import io.godwit.plan.UpgradeTarget;
import io.godwit.tck.harness.CutDataSource;
import io.godwit.tck.harness.LogicalSchema;
import io.godwit.tck.harness.PluginFolder;
import io.godwit.tck.harness.Workbench;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/**
 * A connection that is lost at any statement does not end a run: it takes another one, reads the history, and ends where an
 * uninterrupted run does. Every other statement still runs on the server before its connection is lost.
 */
public interface ReconnectContract extends EngineContract {

    RetryPolicy AT_ONCE = new RetryPolicy(
            4, Duration.ofMillis(1), Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(1));

    @Test
    default void migrationsGoOnAfterALostConnection() {
        try (PluginFolder plugins = InterruptionContract.severalMigrations()) {
            atEveryStatement(plugins, (godwit, whole) -> godwit.migrate(UpgradeTarget.ALL));
        }
    }

    @Test
    default void seenPlanGoesOnAfterALostConnection() {
        try (PluginFolder plugins = PluginFolder.create()
                .migration("crm-1", "1.0.0", RunContract.CITY)
                .migration(
                        "crm-2",
                        "1.1.0",
                        "{\"id\": \"rows\", \"operations\": [{\"insertRows\": {\"table\": \"city\", "
                                + "\"rows\": [{\"id\": 1, \"name\": \"Oslo\"}]}}]}")
                .migration(
                        "crm-3",
                        "1.2.0",
                        "{\"id\": \"again\", \"operations\": [{\"updateRows\": {\"table\": \"city\", "
                                + "\"set\": {\"name\": {\"expression\": \"name || 'x'\"}}}}]}")) {
            atEveryStatement(plugins, (godwit, whole) -> godwit.tryExecute(whole.planAll()));
        }
    }

    @Test
    default void rollbackGoesOnAfterALostConnection() {
        try (PluginFolder plugins = InterruptionContract.severalMigrations()) {
            Godwit godwit = on(plugins).build();
            godwit.migrate(new UpgradeTarget("crm", Version.parse("1.0.0"))).orThrow();
            List<String> before = schema(bench());
            boolean cut = true;
            for (int last = 1; cut; last++) {
                godwit.migrate();
                CutDataSource source = new CutDataSource(bench().database().dataSource(), last, last % 2 == 0, true);
                Godwit cutOff = plugins.on(source.dataSource()).retries(AT_ONCE).build();
                cutOff.rollback("crm", RollbackTarget.toVersion("1.0.0")).orThrow();
                cut = source.wasCut();
                assertThat(schema(bench()))
                        .as("cut off at statement %d: %s", last, source.lastStatement())
                        .isEqualTo(before);
            }
            assertThat(InterruptionContract.brokenLinks(bench())).isEmpty();
        }
    }

    private void atEveryStatement(PluginFolder plugins, BiFunction<Godwit, Godwit, Report> work) {
        List<String> expected;
        try (Workbench bench = new Workbench(bench().database().another())) {
            Godwit whole = plugins.on(bench.database().dataSource()).build();
            work.apply(whole, whole).orThrow();
            expected = contents(bench);
        }
        boolean cut = true;
        for (int last = 1; cut; last++) {
            try (Workbench bench = new Workbench(bench().database().another())) {
                CutDataSource source = new CutDataSource(bench.database().dataSource(), last, last % 2 == 0, true);
                Godwit godwit = plugins.on(source.dataSource()).retries(AT_ONCE).build();
                Report report = work.apply(
                        godwit, plugins.on(bench.database().dataSource()).build());
                cut = source.wasCut();
                assertThat(report.failure())
                        .as("cut off at statement %d: %s", last, source.lastStatement())
                        .isNull();
                assertThat(contents(bench))
                        .as("cut off at statement %d: %s", last, source.lastStatement())
                        .isEqualTo(expected);
                assertThat(InterruptionContract.brokenLinks(bench)).isEmpty();
            }
        }
    }

    private static List<String> contents(Workbench bench) {
        List<String> lines = schema(bench);
        lines.addAll(bench.rows("select migration_id, state from godwit_migration order by seq"));
        lines.addAll(bench.rows("select action, migration_id, outcome from godwit_audit order by seq"));
        return lines;
    }

    private static List<String> schema(Workbench bench) {
        List<String> lines = new ArrayList<>(
                LogicalSchema.of(bench.introspect(), bench.dialect()).lines());
        lines.addAll(bench.rows("select id, name from city order by id"));
        return lines;
    }
}
