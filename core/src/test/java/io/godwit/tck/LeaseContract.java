package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.Godwit;
import io.godwit.GodwitBuilder;
import io.godwit.engine.KilledDataSource;
import io.godwit.engine.Outcome;
import io.godwit.engine.ProgressEvent;
import io.godwit.engine.Report;
import io.godwit.engine.RetryPolicy;
import io.godwit.failure.LockLostException;
import io.godwit.failure.LockTimeoutException;
import io.godwit.plan.UpgradeTarget;
import io.godwit.tck.harness.PluginFolder;
import io.godwit.tck.harness.UnlockedEngine;
import io.godwit.tck.harness.Workbench;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One runner at a time on an engine of which nobody said how: a lease keeps the others out, and is left to nobody for ever. */
public interface LeaseContract extends EngineContract {

    /** A lease is renewed three times in its term. */
    private static RetryPolicy renewing(int termMillis) {
        return new RetryPolicy(
                4,
                Duration.ofMillis(10),
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                Duration.ofMillis(termMillis / 3));
    }

    private static GodwitBuilder leased(PluginFolder plugins, Workbench bench, DataSource source) {
        return plugins.on(source).dialect(new UnlockedEngine(bench.dialect()));
    }

    private static GodwitBuilder leased(PluginFolder plugins, Workbench bench) {
        return leased(
                plugins,
                bench,
                new UnlockedEngine(bench.dialect()).over(bench.database().dataSource()));
    }

    private static PluginFolder threeMigrations() {
        return PluginFolder.create()
                .migration("crm-1", "1.0.0", RunContract.CITY + "," + RunContract.ROWS)
                .migration("crm-2", "1.1.0", RunContract.SIZE)
                .migration(
                        "crm-3",
                        "1.2.0",
                        "{\"id\": \"n\", \"operations\": [{\"updateRows\":"
                                + " {\"table\": \"city\", \"set\": {\"size\": {\"expression\": \"coalesce(size, 0) + 1\"}}}}]}");
    }

    private static List<String> leases(Workbench bench) {
        return bench.rows("select name, token from godwit_lease");
    }

    private static void assertWholeAndFree(Workbench bench) {
        assertThat(bench.rows("select id, size from city order by id")).containsExactly("1, 1", "2, 1");
        assertThat(bench.rows("select migration_id, state from godwit_migration order by seq"))
                .containsExactly("crm-1, applied", "crm-2, applied", "crm-3, applied");
        assertThat(InterruptionContract.brokenLinks(bench)).isEmpty();
        assertThat(leases(bench)).isEmpty();
    }

    @Test
    default void leaseLetsManyRunnersApplyEverythingOnce() throws InterruptedException, ExecutionException {
        try (PluginFolder plugins = threeMigrations();
                Workbench bench = new Workbench(bench().database().another())) {
            ExecutorService runners = Executors.newFixedThreadPool(8);
            List<Future<Report>> reports = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Godwit godwit = leased(plugins, bench).build();
                reports.add(runners.submit(() -> godwit.migrate(UpgradeTarget.ALL)));
            }
            List<String> applied = new ArrayList<>();
            for (Future<Report> report : reports) {
                applied.addAll(report.get().orThrow().applied());
            }
            runners.shutdown();
            assertThat(applied).containsExactlyInAnyOrder("crm-1", "crm-2", "crm-3");
            assertWholeAndFree(bench);
        }
    }

    /** The history's tables are made by then, and nothing else is. */
    @Test
    default void leaseOfAKilledHolderIsTakenOver() {
        try (PluginFolder plugins = threeMigrations();
                Workbench bench = new Workbench(bench().database().another())) {
            int boundaries = 0;
            for (int point = 1; point <= 8; point += 7) {
                KilledDataSource source = KilledDataSource.throwing(
                        new UnlockedEngine(bench.dialect())
                                .over(bench.database().dataSource()),
                        point);
                try {
                    leased(plugins, bench, source.dataSource())
                            .retries(renewing(1500))
                            .build()
                            .migrate(UpgradeTarget.ALL);
                } catch (KilledDataSource.Killed expected) {
                    boundaries++;
                }
                assertThat(leases(bench)).as(source.boundary()).hasSize(1);
            }
            assertThat(boundaries).isEqualTo(2);
            assertThat(leased(plugins, bench)
                            .lockWait(Duration.ofSeconds(60))
                            .build()
                            .migrate(UpgradeTarget.ALL)
                            .orThrow()
                            .applied())
                    .isNotEmpty();
            assertWholeAndFree(bench);
        }
    }

    /** Also by one that waits for longer than a term. */
    @Test
    default void leaseOfALivingHolderIsNotTakenOver() throws InterruptedException, ExecutionException {
        try (PluginFolder plugins = threeMigrations();
                Workbench bench = new Workbench(bench().database().another())) {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch refused = new CountDownLatch(1);
            Godwit holder = leased(plugins, bench)
                    .retries(renewing(3000))
                    .listener(event -> {
                        if (event instanceof ProgressEvent.MigrationStarted) {
                            begun.countDown();
                            await(refused);
                        }
                    })
                    .build();
            ExecutorService runner = Executors.newSingleThreadExecutor();
            Future<Report> report = runner.submit(() -> holder.migrate(UpgradeTarget.ALL));
            begun.await();
            Report other = leased(plugins, bench)
                    .lockWait(Duration.ofSeconds(4))
                    .build()
                    .migrate(UpgradeTarget.ALL);
            refused.countDown();
            assertThat(other.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(other.failure())
                    .isInstanceOfSatisfying(
                            LockTimeoutException.class,
                            failure -> assertThat(failure.holder()).contains("a run of tester"));
            assertThat(report.get().orThrow().applied()).hasSize(3);
            runner.shutdown();
            assertWholeAndFree(bench);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Either it was told in time, or it was as good as frozen, and finds at its next commit that another run writes the history. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    default void overtakenHolderStopsBeforeItsNextCommit(boolean frozen) {
        try (PluginFolder plugins = threeMigrations();
                Workbench bench = new Workbench(bench().database().another())) {
            Report report = leased(plugins, bench)
                    .retries(frozen ? RetryPolicy.STANDARD : renewing(1500))
                    .listener(event -> {
                        if (event instanceof ProgressEvent.MigrationStarted started
                                && started.id().equals("crm-2")) {
                            overtake(bench, frozen);
                        }
                    })
                    .build()
                    .migrate(UpgradeTarget.ALL);
            assertThat(report.failure())
                    .isInstanceOfSatisfying(
                            LockLostException.class,
                            failure -> assertThat(failure.holder()).isEqualTo("the other"));
            assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(report.applied()).containsExactly("crm-1");
            assertThat(leases(bench)).containsExactly("godwit, other");
            assertThat(bench.rows("select migration_id from godwit_migration where state = 'applied'"))
                    .doesNotContain("crm-2");
            bench.execute("UPDATE godwit_lease SET term = 1");
            assertThat(leased(plugins, bench).build().migrate().orThrow().applied())
                    .endsWith("crm-2", "crm-3");
            assertWholeAndFree(bench);
        }
    }

    private static void overtake(Workbench bench, boolean frozen) {
        try (Connection other = bench.database().connect();
                Statement statement = other.createStatement()) {
            statement.execute("UPDATE godwit_lease SET token = 'other', holder = 'the other', beat = 1");
            if (frozen) {
                statement.execute("UPDATE godwit_lock SET run_id = 'other'");
            } else {
                LockSupport.parkNanos(Duration.ofMillis(1500).toNanos());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
