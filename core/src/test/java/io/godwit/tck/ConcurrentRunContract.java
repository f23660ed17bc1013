package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.Godwit;
import io.godwit.engine.Outcome;
import io.godwit.engine.Report;
import io.godwit.failure.LockTimeoutException;
import io.godwit.plan.RollbackTarget;
import io.godwit.plan.UpgradeTarget;
import io.godwit.tck.harness.PluginFolder;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many runners at once on an empty database: each migration is applied exactly once, and all of them succeed. */
public interface ConcurrentRunContract extends EngineContract {

    /** Nobody gets in between them. */
    String SEVERAL_TRANSACTIONS = """
            {"id": "luck", "skipOnError": true, "operations": [
              {"updateRows": {"table": "city", "set": {"size": {"expression": "size + 1"}}}}]},
            {"id": "outside", "dependencies": ["luck"], "transactional": false, "operations": [
              {"updateRows": {"table": "city", "set": {"size": {"expression": "size + 1"}}}}]},
            {"id": "lake", "dependencies": ["outside"], "operations": [
              {"createTable": {"table": "lake", "columns": [{"name": "id", "type": "integer", "primaryKey": true}]}},
              {"updateRows": {"table": "city", "set": {"size": {"expression": "size + 1"}}}}]}""";

    @Test
    default void manyRunnersOnAnEmptyDatabaseApplyEverythingOnce() throws InterruptedException, ExecutionException {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", RunContract.CITY + "," + RunContract.ROWS)
                    .migration("crm-2", "1.1.0", RunContract.SIZE)
                    .migration(
                            "crm-3",
                            "1.2.0",
                            "{\"id\": \"n\", \"operations\": [{\"updateRows\":"
                                    + " {\"table\": \"city\", \"set\": {\"size\": {\"expression\": \"coalesce(size, 0) + 1\"}}}}]}")
                    .migration("crm-4", "1.3.0", SEVERAL_TRANSACTIONS);
            ExecutorService runners = Executors.newFixedThreadPool(8);
            List<Future<Report>> reports = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Godwit godwit = on(plugins).build();
                reports.add(runners.submit(() -> godwit.migrate(UpgradeTarget.ALL)));
            }
            List<String> applied = new ArrayList<>();
            for (Future<Report> report : reports) {
                applied.addAll(report.get().orThrow().applied());
            }
            runners.shutdown();
            assertThat(applied).containsExactlyInAnyOrder("crm-1", "crm-2", "crm-3", "crm-4");
            assertThat(rows("select id, size from city order by id")).containsExactly("1, 4", "2, 4");
            assertThat(on(plugins).build().history()).hasSize(4);
            assertThat(on(plugins).build().verifyAudit().intact()).isTrue();
        }
    }

    /** Upgrades and rollbacks, one behind the other, while somebody looks. */
    @Test
    default void whatAnotherRunIsJustWritingIsNoDamage() throws InterruptedException, ExecutionException {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", RunContract.CITY + "," + RunContract.ROWS)
                    .migration("crm-2", "1.1.0", RunContract.SIZE)
                    .migration(
                            "crm-3",
                            "1.2.0",
                            "{\"id\": \"outside\", \"transactional\": false, \"operations\": [{\"createTable\":"
                                    + " {\"table\": \"lake\", \"columns\": [{\"name\": \"id\", \"type\": \"integer\"}]}}]}");
            Godwit godwit = on(plugins).build();
            godwit.migrate().orThrow();
            ExecutorService runner = Executors.newSingleThreadExecutor();
            Future<?> runs = runner.submit(() -> {
                for (int round = 0; round < 8; round++) {
                    godwit.rollback("crm", RollbackTarget.steps(2)).orThrow();
                    godwit.migrate().orThrow();
                }
            });
            Godwit other = on(plugins).build();
            do {
                assertThat(other.verifyAudit().damages()).isEmpty();
            } while (!runs.isDone());
            runs.get();
            runner.shutdown();
        }
    }

    @Test
    default void heldLockIsNamedWhenTheWaitIsOver() throws SQLException {
        if (dialect().lock().isEmpty()) {
            return;
        }
        try (PluginFolder plugins = PluginFolder.create();
                Connection other = bench().database().dataSource().getConnection()) {
            plugins.migration("crm-1", "1.0.0", RunContract.CITY);
            assertThat(dialect().lock().orElseThrow().tryAcquire(other, "godwit"))
                    .isTrue();
            Godwit godwit = on(plugins).lockWait(Duration.ofMillis(300)).build();
            Report report = godwit.migrate(UpgradeTarget.ALL);
            assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(report.failure())
                    .isInstanceOfSatisfying(
                            LockTimeoutException.class,
                            failure -> assertThat(failure.holder()).isNotEmpty());
            dialect().lock().orElseThrow().release(other, "godwit");
            assertThat(godwit.migrate().applied()).containsExactly("crm-1");
        }
    }
}
