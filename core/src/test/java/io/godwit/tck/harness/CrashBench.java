package io.godwit.tck.harness;

import io.godwit.engine.KilledDataSource;
import io.godwit.engine.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Kills the run of a scenario, each time on a new database, and tells what a fresh start makes of it. For one thread. */
public final class CrashBench implements AutoCloseable {

    private static final long PAUSE_NANOS = 20_000_000L;

    private final TestDatabase server;
    private final CrashScenario scenario;
    private final PluginFolder plugins;
    private final Path backups;
    private TestDatabase database;
    private String said = "";

    /**
     * On databases beside one.
     *
     * @param server the caller's, and stays as it is
     */
    public CrashBench(TestDatabase server, CrashScenario scenario) {
        this.server = server;
        this.scenario = scenario;
        this.plugins = scenario.folder();
        try {
            this.backups = Files.createTempDirectory("godwit-backups");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.database = begun();
    }

    private TestDatabase begun() {
        TestDatabase begun = server.another();
        scenario.begin(plugins.path(), backups, begun.dataSource());
        return begun;
    }

    /** The end of a run that nothing interrupts. */
    public List<String> uninterrupted() {
        return afterFreshStart();
    }

    /** Cuts the run at a boundary inside this JVM, if there are as many. */
    public KilledDataSource cutAt(int point) {
        KilledDataSource source = KilledDataSource.throwing(database.dataSource(), point);
        try {
            scenario.run(plugins.path(), backups, source.dataSource(), event -> {});
        } catch (KilledDataSource.Killed expected) {
            awaitSilence();
        }
        return source;
    }

    /** How many boundaries the run has. */
    public int boundaries() {
        int count = cutAt(Integer.MAX_VALUE).count();
        database.close();
        database = begun();
        return count;
    }

    /** Lets a process run and halt at a boundary; its exit code. */
    public int haltAt(int point) throws InterruptedException {
        try (CrashProcess process = start(point)) {
            int code = process.await();
            awaitSilence();
            return code;
        }
    }

    /** Kills a process some time after it began a step; false if it was ready by then. */
    public boolean killIn(String step, int millis) throws InterruptedException {
        try (CrashProcess process = start(Integer.MAX_VALUE)) {
            process.awaitStep(step);
            Thread.sleep(millis);
            boolean killed = process.kill();
            awaitSilence();
            return killed;
        }
    }

    private CrashProcess start(int point) {
        return CrashProcess.start(scenario, database.address(), plugins.path(), backups, point);
    }

    /** A server may go on with the statement of a client that is no more. */
    private void awaitSilence() {
        String count = database.countOfOtherSessions();
        if (!count.isEmpty()) {
            try (Connection connection = database.connect()) {
                RowReader reader = new RowReader(connection);
                while (!reader.rows(count, List.of()).equals(List.of("0"))) {
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            } catch (SQLException e) {
                throw new IllegalStateException("the sessions of the database cannot be counted", e);
            }
        }
    }

    /** What the database holds after the same run in full; then there is a new one, as it was before. */
    public List<String> afterFreshStart() {
        Report report = scenario.run(plugins.path(), backups, database.dataSource(), event -> {});
        said = report.outcome()
                + (report.failure() == null ? "" : ": " + report.failure().getMessage());
        try (Workbench bench = new Workbench(database)) {
            return EndState.of(bench).lines();
        } finally {
            database = begun();
        }
    }

    /** How the last fresh start ended, for the message of a failure. */
    public String said() {
        return said;
    }

    @Override
    public void close() {
        plugins.close();
        database.close();
    }
}
