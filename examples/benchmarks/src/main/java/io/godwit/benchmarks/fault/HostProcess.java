package io.godwit.benchmarks.fault;

import io.godwit.engine.Report;
import io.godwit.tck.harness.JdbcAddress;
import io.godwit.tck.harness.OneMethodDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/** A host in a process of its own. For one thread. */
final class HostProcess {

    private static final String READY = "ready";
    private static final String BEGUN = "begun";
    private static final long PATIENCE_SECONDS = 300;

    private final Process process;
    private final BufferedReader words;

    private HostProcess(Process process) {
        this.process = process;
        this.words = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts one; it waits for the word. */
    static HostProcess start(Host host, Host.Act act, String url) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                HostProcess.class.getName(),
                host.plugins().toString(),
                host.broken().toString(),
                host.moving().toString(),
                host.backups().toString(),
                act.name(),
                url);
        return new HostProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** In the other process. */
    public static void main(String[] arguments) throws IOException {
        Host host =
                new Host(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]), Path.of(arguments[3]));
        DataSource database = JdbcAddress.of(arguments[5]).dataSource();
        AtomicBoolean begun = new AtomicBoolean();
        System.out.println(READY);
        if (System.in.read() < 0) {
            return;
        }
        Report report = host.run(Host.Act.valueOf(arguments[4]), new OneMethodDataSource(() -> {
            if (!begun.getAndSet(true)) {
                System.out.println(BEGUN);
            }
            return database.getConnection();
        }));
        System.out.println(report.outcome() + " " + report.applied() + " " + report.failure());
        System.exit(report.failure() == null ? 0 : 1);
    }

    /** Waits until it could begin. */
    void awaitReady() throws IOException {
        await(READY);
    }

    /** Lets it begin. */
    void begin() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** Waits until it takes its first connection. */
    void awaitBegun() throws IOException {
        await(BEGUN);
    }

    private void await(String word) throws IOException {
        for (String line = words.readLine(); !word.equals(line); line = words.readLine()) {
            if (line == null) {
                throw new IOException("a process ended before it was " + word);
            }
        }
    }

    /** Kills it; false if it had ended by itself. */
    boolean kill() throws InterruptedException {
        process.destroyForcibly();
        return process.waitFor() == 137;
    }

    /** What it says at its end; its exit code stands before it. */
    String end() throws IOException, InterruptedException {
        StringBuilder rest = new StringBuilder();
        for (String line = words.readLine(); line != null; line = words.readLine()) {
            rest.append(line).append('\n');
        }
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return "hangs: " + rest;
        }
        return process.exitValue() + ": " + rest;
    }
}
