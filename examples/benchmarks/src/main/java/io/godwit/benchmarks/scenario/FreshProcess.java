package io.godwit.benchmarks.scenario;

import io.godwit.benchmarks.contender.Contenders;
import io.godwit.benchmarks.corpus.Corpus;
import io.godwit.benchmarks.database.Database;
import io.godwit.benchmarks.database.Engine;
import io.godwit.benchmarks.report.Comparison;
import io.godwit.benchmarks.report.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 100 migrations by a process that starts for it, and what memory that takes at its peak. */
final class FreshProcess implements Scenario {

    @Override
    public String name() {
        return "fresh-process";
    }

    @Override
    public List<Comparison> run(Conditions conditions, Engine engine) throws Exception {
        int migrations = conditions.migrations(100);
        Corpus corpus = conditions.corpus(engine, migrations);
        Rounds rounds = conditions.interleaved();
        Map<String, List<Double>> peaks = new LinkedHashMap<>();
        for (String contender : conditions.contenders(Contenders.STANDARD)) {
            peaks.put(contender, new ArrayList<>());
            ForkedContender forked = new ForkedContender(contender, conditions.jvmFlags());
            rounds.add(contender, () -> {
                try (Database database = engine.fresh()) {
                    ForkedContender.Outcome outcome = forked.run(database.url(), corpus);
                    peaks.get(contender).add(outcome.peakMegabytes());
                    return outcome.millis();
                }
            });
        }
        String title = migrations + " migrations in a process of its own, JVM flags " + conditions.jvmFlags();
        List<Series> times = rounds.run().series();
        List<Double> baseline = peaks.get(Contenders.BASELINE);
        List<Series> memory = peaks.entrySet().stream()
                .map(peak -> new Series(peak.getKey(), peak.getValue(), baseline))
                .toList();
        return List.of(
                new Comparison(name(), engine.name(), title, "ms", times),
                new Comparison(name(), engine.name(), title + ", peak resident memory", "MB", memory));
    }
}
