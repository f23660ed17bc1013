package io.godwit.tck.harness;

import io.godwit.engine.KilledDataSource;
import io.godwit.engine.ProgressEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A run in a process of its own, which ends at a boundary, or is killed from outside. For one thread. */
public final class CrashProcess implements AutoCloseable {

    /** The exit code of a process that ended at its boundary. */
    public static final int HALTED = 137;

    /** Said before the first step, as if it were one. */
    public static final String BEGIN = "begin";

    private static final String STEP = "step ";
    private static final String BEGUN = STEP + BEGIN;
    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final BufferedReader words;

    private CrashProcess(Process process) {
        this.process = process;
        this.words = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Starts the run of a scenario.
     *
     * @param point the boundary at which it ends by itself, from 1
     */
    public static CrashProcess start(
            CrashScenario scenario, JdbcAddress address, Path plugins, Path backups, int point) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                CrashProcess.class.getName(),
                scenario.name(),
                address.url(),
                address.user(),
                address.password(),
                plugins.toString(),
                backups.toString(),
                Integer.toString(point));
        try {
            return new CrashProcess(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the other process. */
    public static void main(String[] arguments) {
        CrashScenario scenario = CrashScenario.valueOf(arguments[0]);
        JdbcAddress address = new JdbcAddress(arguments[1], arguments[2], arguments[3]);
        KilledDataSource source = KilledDataSource.halting(address.dataSource(), Integer.parseInt(arguments[6]));
        System.out.println(BEGUN);
        scenario.run(Path.of(arguments[4]), Path.of(arguments[5]), source.dataSource(), CrashProcess::tell);
        System.exit(0);
    }

    private static void tell(ProgressEvent event) {
        if (event instanceof ProgressEvent.StepStarted started) {
            System.out.println(STEP + started.step());
            System.out.flush();
        }
    }

    /** Waits for it to begin a step; false if it ends before. */
    public boolean awaitStep(String step) {
        try {
            String line = words.readLine();
            while (line != null && !line.equals(STEP + step)) {
                line = words.readLine();
            }
            return line != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9} does; false if it had ended by itself. */
    public boolean kill() throws InterruptedException {
        boolean alive = process.isAlive();
        process.destroyForcibly().waitFor();
        return alive;
    }

    /** Waits for its end; its exit code, {@link #HALTED} if it ended at its boundary. */
    public int await() throws InterruptedException {
        while (awaitStep("")) {
            // what it says is read, so that it can go on
        }
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the process of the run does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
