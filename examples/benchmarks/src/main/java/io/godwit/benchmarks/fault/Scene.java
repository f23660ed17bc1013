package io.godwit.benchmarks.fault;

import io.godwit.engine.Report;
import io.godwit.failure.GodwitException;
import io.godwit.tck.harness.OneMethodDataSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/**
 * A run that is about to be harmed.
 *
 * @param server whose database it is
 * @param database what it works on
 * @param host who runs
 * @param act what is done
 */
record Scene(FaultServer server, FaultDatabase database, Host host, Host.Act act) {

    private static final long PATIENCE_SECONDS = 180;

    /** Does harm to a run that goes on. */
    interface Harm {
        void harm() throws Exception;
    }

    /**
     * What came of it.
     *
     * @param hit whether the run was still going on
     * @param end how it ended, in words
     */
    record Outcome(boolean hit, String end) {

        /** Whether it ended in a way that no host is prepared for. */
        boolean wild() {
            return end.startsWith("wild");
        }
    }

    /** Lets the run go on in this process, and harms it some time after its first connection. */
    Outcome harmed(DataSource source, long micros, Harm harm) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        DataSource watched = new OneMethodDataSource(() -> {
            begun.countDown();
            return source.getConnection();
        });
        CompletableFuture<String> end = CompletableFuture.supplyAsync(() -> said(watched), task -> {
            Thread thread = new Thread(task, "host");
            thread.setDaemon(true);
            thread.start();
        });
        begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        TimeUnit.MICROSECONDS.sleep(micros);
        boolean hit = !end.isDone();
        harm.harm();
        try {
            return new Outcome(hit, end.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (TimeoutException | ExecutionException e) {
            return new Outcome(hit, "wild " + e);
        }
    }

    private String said(DataSource source) {
        try {
            Report report = host.run(act, source);
            return report.failure() == null ? "" : "stopped: " + report.failure();
        } catch (GodwitException e) {
            return "refused: " + e;
        } catch (RuntimeException | Error e) {
            return "wild " + e + " caused by " + e.getCause();
        }
    }

    /** What is there before it. */
    void prepare() {
        host.prepare(act, database.dataSource());
    }
}
