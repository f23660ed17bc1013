package io.godwit.benchmarks.fault;

import io.godwit.tck.harness.OneMethodDataSource;
import io.godwit.tck.harness.SilencingProxy;
import java.sql.Connection;

/**
 * How long a run takes that nothing interrupts, so that faults fall into its midst.
 *
 * @param inside in milliseconds, in this process
 * @param forked in milliseconds, in a process of its own
 * @param commits how many transactions it commits
 */
record Durations(long inside, long forked, int commits) {

    private static final int TRIES = 3;

    /** Measures it. */
    static Durations of(FaultServer server, Host host, Host.Act act) throws Exception {
        long inside = 1;
        for (int i = 0; i < TRIES; i++) {
            Scene scene = new Scene(server, server.fresh(), host, act);
            scene.prepare();
            long started = System.nanoTime();
            scene.harmed(scene.database().dataSource(), 0, () -> {});
            inside = Math.max(1, (System.nanoTime() - started) / 1_000_000);
            server.drop(scene.database());
        }
        Scene scene = new Scene(server, server.fresh(), host, act);
        scene.prepare();
        long forked = forked(scene);
        server.drop(scene.database());
        int commits = server.isServer() ? commits(server, host, act) : 1;
        return new Durations(inside, forked, commits);
    }

    private static long forked(Scene scene) throws Exception {
        HostProcess process =
                HostProcess.start(scene.host(), scene.act(), scene.database().url());
        process.awaitReady();
        process.begin();
        process.awaitBegun();
        long started = System.nanoTime();
        process.end();
        return Math.max(1, (System.nanoTime() - started) / 1_000_000);
    }

    private static int commits(FaultServer server, Host host, Host.Act act) throws Exception {
        Scene scene = new Scene(server, server.fresh(), host, act);
        scene.prepare();
        try (Connection direct = scene.database().connect();
                SilencingProxy proxy = new SilencingProxy(direct, "COMMIT", Integer.MAX_VALUE)) {
            scene.harmed(new OneMethodDataSource(proxy::connect), 0, () -> {});
            return Math.max(1, proxy.seen());
        } finally {
            server.drop(scene.database());
        }
    }
}
