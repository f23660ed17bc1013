package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.godwit.Godwit;
import io.godwit.dialect.FailureKind;
import io.godwit.dialect.Feature;
import io.godwit.engine.ProgressEvent;
import io.godwit.engine.ProgressListener;
import io.godwit.engine.Report;
import io.godwit.engine.RetryPolicy;
import io.godwit.failure.LockTimeoutException;
import io.godwit.failure.StatementFailedException;
import io.godwit.plan.UpgradeTarget;
import io.godwit.tck.harness.PluginFolder;
import io.godwit.tck.harness.SilencingProxy;
import io.godwit.tck.harness.Workbench;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures that pass, provoked by another session: the whole transaction runs again, a few times, and no effect is there twice. */
public interface FailureKindContract extends EngineContract {

    RetryPolicy QUICK =
            new RetryPolicy(2, Duration.ofMillis(10), Duration.ofSeconds(10), Duration.ZERO, Duration.ofSeconds(10));

    String TALLIES = """
            {"id": "tables", "operations": [
              {"createTable": {"table": "first", "columns": [{"name": "n", "type": "integer"}]}},
              {"createTable": {"table": "second", "columns": [{"name": "n", "type": "integer"}]}},
              {"createTable": {"table": "heavy", "columns": [{"name": "n", "type": "integer"}]}},
              {"insertRows": {"table": "heavy", "rows": [{"n": 0}, {"n": 1}, {"n": 2}, {"n": 3}, {"n": 4}, {"n": 5}, {"n": 6}]}},
              {"insertRows": {"table": "first", "rows": [{"n": 0}]}},
              {"insertRows": {"table": "second", "rows": [{"n": 0}]}}]}""";

    String COUNT = """
            {"id": "count", "operations": [
              {"updateRows": {"table": "first", "set": {"n": {"expression": "n + 1"}}}},
              {"updateRows": {"table": "second", "set": {"n": {"expression": "n + 1"}}}}]}""";

    String DEFINE = """
            {"id": "define", "operations": [
              {"createTable": {"table": "third", "columns": [{"name": "n", "type": "integer"}]}}]},
            {"id": "more", "dependencies": ["define"], "operations": [
              {"insertRows": {"table": "third", "rows": [{"n": 1}]}},
              {"updateRows": {"table": "first", "set": {"n": {"expression": "n + 1"}}}},
              {"updateRows": {"table": "second", "set": {"n": {"expression": "n + 1"}}}}]}""";

    /** With a definition in it, which elsewhere commits by itself. */
    @ParameterizedTest
    @ValueSource(strings = {COUNT, DEFINE})
    default void lockThatIsNotGivenUpIsWaitedForAFewTimes(String steps) throws SQLException {
        try (PluginFolder plugins = PluginFolder.create();
                Workbench bench = begun(plugins, steps);
                Connection holder = bench.database().connect()) {
            run(holder, List.of(bench.dialect().transactions().begin(), "UPDATE second SET n = 7"));
            AtomicInteger retries = new AtomicInteger();
            Report report = patient(plugins, bench, event -> retries.addAndGet(retried(event)))
                    .migrate(UpgradeTarget.ALL);
            run(holder, List.of(bench.dialect().transactions().rollback()));
            if (bench.dialect().supports(Feature.SINGLE_WRITER)) {
                assertThat(report.failure()).isInstanceOf(LockTimeoutException.class);
                assertThat(retries).hasValue(0);
            } else {
                assertThat(report.failure()).isInstanceOf(StatementFailedException.class);
                assertThat(retries).hasValue(QUICK.attempts() - 1);
            }
            assertThat(counts(bench)).containsExactly("0", "0");
            patient(plugins, bench, event -> {}).migrate();
            assertThat(counts(bench)).containsExactly("1", "1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {COUNT, DEFINE})
    default void lockThatIsGivenUpLetsEverythingHappenOnce(String steps) throws SQLException {
        try (PluginFolder plugins = PluginFolder.create();
                Workbench bench = begun(plugins, steps);
                Connection holder = bench.database().connect()) {
            if (bench.dialect().supports(Feature.SINGLE_WRITER)) {
                return;
            }
            run(holder, List.of(bench.dialect().transactions().begin(), "UPDATE second SET n = 7"));
            AtomicInteger retries = new AtomicInteger();
            patient(plugins, bench, event -> {
                        if (retried(event) == 1) {
                            retries.incrementAndGet();
                            quietly(holder, bench.dialect().transactions().rollback());
                        }
                    })
                    .migrate();
            assertThat(retries).hasValue(1);
            assertThat(counts(bench)).containsExactly("1", "1");
        }
    }

    /**
     * The other session has more to lose and waits last, so that most engines choose the run. Where a whole transaction goes as one
     * message, its second attempt is told to nobody.
     */
    @ParameterizedTest
    @ValueSource(strings = {COUNT, DEFINE})
    default void deadlockLetsEverythingHappenOnce(String steps) throws Exception {
        try (PluginFolder plugins = PluginFolder.create();
                Workbench bench = begun(plugins, steps);
                Connection other = bench.database().connect()) {
            if (bench.dialect().supports(Feature.SINGLE_WRITER)) {
                return;
            }
            run(
                    other,
                    List.of(
                            bench.dialect().transactions().begin(),
                            "INSERT INTO heavy SELECT n FROM heavy",
                            "UPDATE second SET n = 7"));
            AtomicInteger victims = new AtomicInteger();
            Godwit godwit = plugins.on(bench.database().dataSource())
                    .retries(QUICK)
                    .lockTimeout(Duration.ofSeconds(20))
                    .listener(event -> victims.addAndGet(retried(event)))
                    .build();
            CompletableFuture<Report> report = CompletableFuture.supplyAsync(() -> godwit.migrate(UpgradeTarget.ALL));
            awaitLockOfFirst(bench);
            try {
                run(other, List.of("UPDATE first SET n = 7"));
            } catch (SQLException chosen) {
                assertThat(bench.dialect().failures().classify(chosen)).isEqualTo(FailureKind.DEADLOCK);
                victims.incrementAndGet();
            }
            run(other, List.of(bench.dialect().transactions().rollback()));
            report.get().orThrow();
            assertThat(victims.get()).isBetween(0, 1);
            assertThat(counts(bench)).containsExactly("1", "1");
        }
    }

    /** Not every engine minds. */
    @Test
    default void rowThatChangedMeanwhileIsASerializationFailure() throws SQLException {
        apply(createTable("city", key("id"), column("n", integer())), insert("city", row("id", 1, "n", 0)));
        try (Connection reader = bench().database().connect();
                Connection writer = bench().database().connect()) {
            for (Connection each : List.of(reader, writer)) {
                run(each, dialect().settings().open(Duration.ofMillis(100)));
            }
            try {
                run(reader, dialect().transactions().snapshot());
                run(reader, List.of("SELECT n FROM city"));
                run(writer, List.of("UPDATE city SET n = n + 1"));
                run(
                        reader,
                        List.of(
                                "UPDATE city SET n = n + 1",
                                dialect().transactions().commit()));
            } catch (SQLException failure) {
                run(reader, List.of(dialect().transactions().rollback()));
                assertThat(dialect().failures().classify(failure))
                        .isEqualTo(
                                dialect().supports(Feature.SINGLE_WRITER)
                                        ? FailureKind.LOCK_TIMEOUT
                                        : FailureKind.SERIALIZATION);
            }
        }
    }

    @Test
    default void connectionThatIsCutIsLost() throws SQLException, IOException {
        try (Connection direct = bench().database().connect()) {
            Connection lost = direct;
            if (!dialect().supports(Feature.SINGLE_WRITER)) {
                try (SilencingProxy proxy = new SilencingProxy(direct, "COMMIT", Integer.MAX_VALUE)) {
                    lost = proxy.connect();
                    run(lost, List.of("SELECT 1"));
                    proxy.cut();
                }
            } else {
                lost.close();
            }
            Connection gone = lost;
            SQLException failure = catchThrowableOfType(SQLException.class, () -> run(gone, List.of("SELECT 1")));
            assertThat(dialect().failures().classify(Objects.requireNonNull(failure, "it still answers")))
                    .isEqualTo(FailureKind.CONNECTION_LOST);
        }
    }

    private Workbench begun(PluginFolder plugins, String steps) {
        Workbench bench = new Workbench(bench().database().another());
        plugins.migration("crm-1", "1.0.0", TALLIES);
        plugins.on(bench.database().dataSource()).build().migrate();
        plugins.migration("crm-2", "1.1.0", steps);
        return bench;
    }

    private static Godwit patient(PluginFolder plugins, Workbench bench, ProgressListener listener) {
        return plugins.on(bench.database().dataSource())
                .retries(QUICK)
                .lockTimeout(Duration.ofMillis(100))
                .lockWait(Duration.ofMillis(300))
                .listener(listener)
                .build();
    }

    private static void quietly(Connection connection, String sql) {
        try {
            run(connection, List.of(sql));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot run: " + sql, e);
        }
    }

    private static int retried(ProgressEvent event) {
        return event instanceof ProgressEvent.Retried ? 1 : 0;
    }

    private static List<String> counts(Workbench bench) {
        List<String> counts = new ArrayList<>(bench.rows("select n from first"));
        counts.addAll(bench.rows("select n from second"));
        return counts;
    }

    /** Who cannot change the row in time knows that somebody else has. */
    private static void awaitLockOfFirst(Workbench bench) throws SQLException {
        try (Connection looking = bench.database().connect()) {
            run(looking, bench.dialect().settings().open(Duration.ofMillis(100)));
            while (true) {
                run(looking, List.of("UPDATE first SET n = n"));
            }
        } catch (SQLException waited) {
            assertThat(bench.dialect().failures().classify(waited)).isEqualTo(FailureKind.LOCK_TIMEOUT);
        }
    }

    private static void run(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
