package io.godwit.benchmarks.scenario;

import io.godwit.benchmarks.contender.Contenders;
import io.godwit.benchmarks.corpus.Corpus;
import io.godwit.benchmarks.database.Engine;
import io.godwit.benchmarks.report.Comparison;
import io.godwit.benchmarks.report.Series;
import java.util.ArrayList;
import java.util.List;

/** What a migration costs when there are five times as many. */
final class Scaling implements Scenario {

    @Override
    public String name() {
        return "scaling";
    }

    @Override
    public List<Comparison> run(Conditions conditions, Engine engine) throws Exception {
        int few = conditions.migrations(1000);
        int many = conditions.migrations(5000);
        Corpus small = conditions.corpus(engine, few);
        Corpus large = conditions.corpus(engine, many);
        Rounds rounds = conditions.interleaved();
        List<String> contenders = conditions.contenders(List.of(Contenders.BASELINE, "godwit"));
        for (String contender : contenders) {
            rounds.add(of(contender, few), each(new EmptyDatabase(engine, contender, small), few));
            rounds.add(of(contender, many), each(new EmptyDatabase(engine, contender, large), many));
        }
        rounds.run();
        List<Series> series = new ArrayList<>();
        for (String contender : contenders) {
            series.add(rounds.series(of(contender, few), of(contender, few)));
            series.add(rounds.series(of(contender, many), of(contender, few)));
        }
        return List.of(new Comparison(
                name(), engine.name(), "cost of one migration, " + many + " beside " + few, "µs", series));
    }

    private static String of(String contender, int migrations) {
        return contender + ", " + migrations;
    }

    private static Rounds.Measurement each(EmptyDatabase whole, int migrations) {
        return () -> whole.take() * 1000 / migrations;
    }
}
