package io.godwit;

import io.godwit.Fleet.FleetTarget;
import io.godwit.engine.Report;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * One call of a fleet. As many workers as may work at once take one target after the other, so that nothing waits in a queue when it
 * stops. Thread-safe.
 */
final class FleetRun {

    private final Fleet.Limits limits;
    private final Function<Godwit, Report> work;
    private final Map<String, TargetReport> done = new ConcurrentHashMap<>();
    private final AtomicInteger failed = new AtomicInteger();
    private volatile String stopped = "";

    FleetRun(Fleet.Limits limits, Function<Godwit, Report> work) {
        this.limits = limits;
        this.work = work;
    }

    /** Begins with the canaries, of which none may fail. */
    void run(List<FleetTarget> targets) {
        int canaries = Math.min(limits.canaries(), targets.size());
        together(targets.subList(0, canaries), 0, "a canary failed");
        together(
                targets.subList(canaries, targets.size()),
                limits.failures(),
                "more than " + limits.failures() + " failed");
    }

    private void together(List<FleetTarget> targets, int budget, String reason) {
        int workers = Math.min(limits.parallel(), targets.size());
        if (workers == 0 || !stopped.isEmpty()) {
            return;
        }
        AtomicInteger next = new AtomicInteger();
        CountDownLatch ended = new CountDownLatch(workers);
        Runnable worker = () -> {
            try {
                int at = next.getAndIncrement();
                while (at < targets.size() && stopped.isEmpty()) {
                    one(targets.get(at), budget, reason);
                    at = next.getAndIncrement();
                }
            } finally {
                ended.countDown();
            }
        };
        Executor given = limits.executor();
        if (given != null) {
            start(given, worker, workers, ended);
            await(ended, () -> {});
            return;
        }
        ExecutorService own = Executors.newFixedThreadPool(workers, FleetRun::thread);
        try {
            start(own, worker, workers, ended);
            await(ended, own::shutdownNow);
        } finally {
            own.shutdown();
        }
    }

    /** An executor that takes fewer workers makes it slower, and one that takes none stops it. */
    private void start(Executor executor, Runnable worker, int workers, CountDownLatch ended) {
        int started = 0;
        try {
            for (; started < workers; started++) {
                executor.execute(worker);
            }
        } catch (RejectedExecutionException e) {
            if (started == 0) {
                stopped = "the executor took no work";
            }
            for (; started < workers; started++) {
                ended.countDown();
            }
        }
    }

    /** Whoever is interrupted begins with nothing more, and waits for what has begun, which hears of it and may end sooner. */
    private void await(CountDownLatch ended, Runnable interruption) {
        boolean interrupted = false;
        while (true) {
            try {
                ended.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
                stopped = "it was interrupted";
                interruption.run();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever happens is of this target alone. */
    private void one(FleetTarget target, int budget, String reason) {
        long started = System.nanoTime();
        TargetReport report;
        try {
            Report ran = work.apply(target.godwit());
            report = TargetReport.of(target.name(), ran);
        } catch (RuntimeException e) {
            report = TargetReport.failed(target.name(), e, Duration.ofNanos(System.nanoTime() - started));
        } catch (Error e) {
            stopped = String.valueOf(e);
            Duration took = Duration.ofNanos(System.nanoTime() - started);
            done.put(
                    target.name(),
                    TargetReport.failed(target.name(), new IllegalStateException(e.toString(), e), took));
            throw e;
        }
        done.put(target.name(), report);
        if (report.hasFailed() && failed.incrementAndGet() > budget && stopped.isEmpty()) {
            stopped = reason;
        }
    }

    FleetReport report(List<FleetTarget> targets, Duration duration) {
        return new FleetReport(
                targets.stream()
                        .map(target -> done.getOrDefault(target.name(), TargetReport.notStarted(target.name())))
                        .toList(),
                stopped,
                duration);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "godwit-fleet");
        thread.setDaemon(true);
        return thread;
    }
}
