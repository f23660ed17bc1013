package io.godwit.benchmarks.scenario;

import io.godwit.benchmarks.contender.Contenders;
import io.godwit.benchmarks.corpus.Corpus;
import io.godwit.benchmarks.database.UrlDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The program that a forked process runs: one contender, once. */
public final class ContenderProcess {

    private static final String PEAK = "VmHWM:";
    private static final Path STATUS = Path.of("/proc/self/status");

    private ContenderProcess() {}

    /** Takes a contender, a database's address and a corpus; tells the peak of its resident memory where Linux does. */
    public static void main(String... arguments) throws Exception {
        Contenders.named(arguments[0]).migrate(new UrlDataSource(arguments[1]), new Corpus(Path.of(arguments[2])));
        if (Files.exists(STATUS)) {
            System.out.println(Files.readString(STATUS));
        }
    }

    /** What {@link #main} told, in megabytes. */
    static double peakMegabytes(String output) throws IOException {
        return output.lines()
                .filter(line -> line.startsWith(PEAK))
                .map(line -> line.substring(PEAK.length()).strip().split(" ", -1)[0])
                .mapToDouble(kilobytes -> Double.parseDouble(kilobytes) / 1024)
                .findFirst()
                .orElse(Double.NaN);
    }
}
