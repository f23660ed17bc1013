package io.godwit.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.godwit.FleetBuilder;
import io.godwit.FleetReport;
import io.godwit.Godwit;
import io.godwit.TargetReport;
import io.godwit.engine.Outcome;
import io.godwit.engine.Report;
import io.godwit.failure.DatabaseUnavailableException;
import io.godwit.tck.harness.PluginFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** A file for each customer. */
class SqliteFleetTest {

    private static final String CITY = """
            {"id": "table", "operations": [{"createTable": {"table": "crm.city", "columns": [
              {"name": "id", "type": "bigint", "primaryKey": true}]}}]}""";

    @TempDir
    private Path folder;

    private final PluginFolder plugins = PluginFolder.create().migration("crm-1", "1.0.0", CITY);

    @AfterEach
    void removePlugins() {
        plugins.close();
    }

    private SQLiteDataSource file(String name) {
        SQLiteDataSource dataSource = new SQLiteDataSource();
        dataSource.setUrl("jdbc:sqlite:" + folder.resolve(name + ".db"));
        return dataSource;
    }

    private FleetBuilder fleet(int files) {
        FleetBuilder fleet = Godwit.fleet().each(godwit -> godwit.plugins(plugins.source()));
        for (int number = 0; number < files; number++) {
            fleet.target("customer-" + number, file("customer-" + number));
        }
        return fleet;
    }

    private static List<String> outcomes(FleetReport report) {
        return report.targets().stream().map(TargetReport::outcomeText).toList();
    }

    @Test
    void dozensOfFilesAreMigratedOnceEach() {
        FleetReport report = fleet(40).build().migrate();

        assertThat(report.succeeded()).isTrue();
        assertThat(report.targets())
                .hasSize(40)
                .allSatisfy(target -> assertThat(target.applied()).containsExactly("crm-1"));
        assertThat(fleet(40).build().migrate().targets())
                .allSatisfy(target -> assertThat(target.outcome()).isEqualTo(Outcome.NOTHING_TO_DO));
    }

    @Test
    void failedCanaryKeepsAllOthersFromBeginning() throws Exception {
        Files.writeString(folder.resolve("customer-1.db"), "no database at all, and longer than a header is wide");

        FleetReport report =
                fleet(5).canaries(2).parallel(1).failureBudget(3).build().migrate();

        assertThat(outcomes(report).subList(0, 1)).containsExactly("succeeded");
        assertThat(report.failed()).extracting(TargetReport::target).containsExactly("customer-1");
        assertThat(outcomes(report).subList(2, 5)).containsOnly("not-started");
        assertThat(report.stopped()).isEqualTo("a canary failed");
        assertThat(folder.resolve("customer-2.db")).doesNotExist();
    }

    @Test
    void nothingMoreBeginsOnceTheFailureBudgetIsSpent() throws Exception {
        for (int number : List.of(1, 3, 5)) {
            Files.writeString(
                    folder.resolve("customer-" + number + ".db"), "no database at all, and longer than a header");
        }

        FleetReport report = fleet(8).parallel(1).failureBudget(2).build().migrate();

        assertThat(report.failed())
                .extracting(TargetReport::target)
                .containsExactly("customer-1", "customer-3", "customer-5");
        assertThat(outcomes(report).subList(6, 8)).containsExactly("not-started", "not-started");
        assertThat(report.stopped()).isEqualTo("more than 2 failed");
    }

    @Test
    void targetThatCannotBeReachedHurtsNoOther() {
        SQLiteDataSource gone = new SQLiteDataSource();
        gone.setUrl("jdbc:sqlite:" + folder.resolve("no/such/folder/customer.db"));

        FleetReport report =
                fleet(2).target("gone", gone).failureBudget(1).build().migrate();

        assertThat(outcomes(report)).containsExactly("succeeded", "succeeded", "refused");
        assertThat(report.failed().get(0).failure()).isInstanceOf(DatabaseUnavailableException.class);
    }

    @Test
    void noMoreThanTheBoundWorkAtOnce() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch three = new CountDownLatch(3);

        FleetReport report = fleet(12).canaries(0).parallel(3).build().run(godwit -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            three.countDown();
            try {
                assertThat(three.await(30, TimeUnit.SECONDS)).isTrue();
                return godwit.migrate();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                now.decrementAndGet();
            }
        });

        assertThat(report.succeeded()).isTrue();
        assertThat(most).hasValue(3);
    }

    @Test
    void interruptedCallerGetsAReportAndBeginsNothingMore() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicReference<FleetReport> report = new AtomicReference<>();
        AtomicReference<Boolean> interrupted = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            report.set(fleet(6).canaries(0).parallel(1).build().run(godwit -> untilInterrupted(godwit, begun)));
            interrupted.set(Thread.currentThread().isInterrupted());
        });
        caller.start();
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        caller.interrupt();
        caller.join(30_000);

        FleetReport end = Objects.requireNonNull(report.get());
        assertThat(outcomes(end))
                .containsExactly(
                        "succeeded", "not-started", "not-started", "not-started", "not-started", "not-started");
        assertThat(end.stopped()).isEqualTo("it was interrupted");
        assertThat(interrupted).hasValue(true);
    }

    private static Report untilInterrupted(Godwit godwit, CountDownLatch begun) {
        begun.countDown();
        try {
            new CountDownLatch(1).await();
            throw new IllegalStateException("nobody interrupted");
        } catch (InterruptedException e) {
            return godwit.migrate();
        }
    }

    @Test
    void hostsOwnPoolMayDoTheWork() {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            assertThat(fleet(5).executor(pool).build().migrate().succeeded()).isTrue();
        } finally {
            pool.shutdown();
        }
        FleetReport report = fleet(2).executor(pool).build().migrate();
        assertThat(report.stopped()).isEqualTo("the executor took no work");
        assertThat(outcomes(report)).containsOnly("not-started");
    }

    @Test
    void reportIsAValueForScriptsAndPeople() throws Exception {
        Files.writeString(folder.resolve("customer-1.db"), "no database at all, and longer than a header is wide");

        FleetReport report = fleet(3).parallel(1).build().migrate();

        assertThat(report.toJson())
                .contains(
                        "\"succeeded\" : false",
                        "\"target\" : \"customer-0\"",
                        "\"applied\" : [ \"crm-1\" ]",
                        "\"outcome\" : \"not-started\"",
                        "\"failure\" : ");
        assertThat(report.toMarkdown())
                .contains(
                        "1 succeeded, 0 had nothing to do, 1 failed, 1 not started: stopped because more than 0 failed",
                        "| customer-0 | succeeded | crm-1 |",
                        "## customer-1");
    }

    @Test
    void twoTargetsOfOneNameAreRefused() {
        assertThat(catchThrowable(() -> fleet(1).target("customer-0", file("other"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("customer-0");
    }
}
