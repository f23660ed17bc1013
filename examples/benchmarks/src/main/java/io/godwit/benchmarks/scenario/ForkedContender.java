package io.godwit.benchmarks.scenario;

import io.godwit.benchmarks.corpus.Corpus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs one contender in a JVM of its own; class path and flags are the same for all. */
final class ForkedContender {

    /**
     * What a process took.
     *
     * @param millis from its start to its end
     * @param peakMegabytes of resident memory; NaN where the system does not tell
     */
    record Outcome(double millis, double peakMegabytes) {}

    private final String contender;
    private final List<String> jvmFlags;

    ForkedContender(String contender, List<String> jvmFlags) {
        this.contender = contender;
        this.jvmFlags = List.copyOf(jvmFlags);
    }

    Outcome run(String url, Corpus corpus) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmFlags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ContenderProcess.class.getName()));
        command.addAll(List.of(contender, url, corpus.root().toString()));
        long started = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        double millis = (System.nanoTime() - started) / 1e6;
        if (exit != 0) {
            throw new IOException(contender + " ended with " + exit + ":\n" + output);
        }
        return new Outcome(millis, ContenderProcess.peakMegabytes(output));
    }
}
