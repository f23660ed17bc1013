package io.godwit.benchmarks;

import io.godwit.benchmarks.database.Engine;
import io.godwit.benchmarks.database.Engines;
import io.godwit.benchmarks.report.Comparison;
import io.godwit.benchmarks.report.ComparisonTable;
import io.godwit.benchmarks.report.FiguresFile;
import io.godwit.benchmarks.scenario.Conditions;
import io.godwit.benchmarks.scenario.Scenario;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures what the command line asks for, and prints it. */
public final class Benchmarks {

    private final Options options;
    private final PrintStream out;

    Benchmarks(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    public static void main(String... arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            out.println(Options.usage());
            System.exit(2);
            return;
        }
        Path folder = Files.createTempDirectory("godwit-benchmarks");
        try {
            new Benchmarks(options, out).run(folder);
        } finally {
            new Folder(folder).delete();
        }
    }

    List<Comparison> run(Path folder) throws Exception {
        List<String> settings = new ArrayList<>();
        settings.add(System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors, " + System.getProperty("os.name"));
        out.println(settings.get(0));
        List<Comparison> comparisons = new ArrayList<>();
        for (String name : options.engines()) {
            try (Engine engine = Engines.start(name, folder)) {
                settings.add(engine.settings());
                out.println(engine.settings());
                run(options.conditions(folder.resolve("corpus")), engine, comparisons);
            }
        }
        new FiguresFile(options.json()).write(settings, comparisons);
        return comparisons;
    }

    private void run(Conditions conditions, Engine engine, List<Comparison> comparisons) throws Exception {
        for (Scenario scenario : options.scenarios()) {
            for (Comparison comparison : scenario.run(conditions, engine)) {
                comparisons.add(comparison);
                out.print(new ComparisonTable(comparison).text());
            }
        }
    }
}
