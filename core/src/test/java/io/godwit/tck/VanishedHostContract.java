package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.Godwit;
import io.godwit.engine.ProgressEvent;
import io.godwit.engine.Report;
import io.godwit.engine.RetryPolicy;
import io.godwit.plan.UpgradeTarget;
import io.godwit.tck.harness.OneMethodDataSource;
import io.godwit.tck.harness.PluginFolder;
import io.godwit.tck.harness.SilencingProxy;
import io.godwit.tck.harness.Workbench;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A machine that is gone without a word, while its connections stay open as far as the server can tell: it blocks others for a while only. */
public interface VanishedHostContract extends EngineContract {

    /** Of which the lock's session may be silent for three looks, and the one at work for six. */
    RetryPolicy LOOKING = new RetryPolicy(1, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofMillis(500));

    String IN_THE_MIDST = """
            {"id": "one", "sql": {"universal": "INSERT INTO city VALUES (3, 'Oslo')"}},
            {"id": "two", "dependencies": ["one"], "sql": {"universal": "INSERT INTO city VALUES (4, 'Bergen')"}}""";

    @Test
    default void vanishedHostBlocksNobodyForLong() throws SQLException, InterruptedException, ExecutionException {
        boolean ends = !dialect().settings().idle(Duration.ofSeconds(1)).isEmpty();
        if (!ends) {
            assertThat(dialect().settings().idle(Duration.ZERO)).isEmpty();
            return;
        }
        try (PluginFolder plugins = PluginFolder.create();
                Workbench bench = new Workbench(bench().database().another());
                Connection direct = bench.database().connect();
                SilencingProxy proxy = new SilencingProxy(direct, "never sent", 1)) {
            plugins.migration("crm-1", "1.0.0", RunContract.CITY + "," + RunContract.ROWS)
                    .migration("crm-2", "1.1.0", IN_THE_MIDST);
            CountDownLatch vanished = new CountDownLatch(1);
            CountDownLatch over = new CountDownLatch(1);
            Godwit gone = plugins.on(new OneMethodDataSource(proxy::connect))
                    .retries(LOOKING)
                    .listener(event -> {
                        if (event instanceof ProgressEvent.StepStarted started
                                && started.step().equals("two")) {
                            proxy.swallow();
                            vanished.countDown();
                            await(over);
                        }
                    })
                    .build();
            ExecutorService host = Executors.newSingleThreadExecutor();
            Future<Report> lost = host.submit(() -> gone.migrate(UpgradeTarget.ALL));
            vanished.await();
            Report report = plugins.on(bench.database().dataSource())
                    .lockWait(Duration.ofMinutes(1))
                    .build()
                    .migrate(UpgradeTarget.ALL)
                    .orThrow();
            proxy.hangUp();
            over.countDown();
            assertThat(lost.get().failure()).isNotNull();
            host.shutdown();
            assertThat(report.applied()).containsExactly("crm-2");
            assertThat(bench.rows("select count(*) from city")).containsExactly("4");
            assertThat(InterruptionContract.brokenLinks(bench)).isEmpty();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
