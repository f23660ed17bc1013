package io.godwit.benchmarks.scenario;

import io.godwit.benchmarks.contender.Contender;
import io.godwit.benchmarks.contender.Contenders;
import io.godwit.benchmarks.corpus.Corpus;
import io.godwit.benchmarks.database.Database;
import io.godwit.benchmarks.database.Engine;
import io.godwit.benchmarks.report.Comparison;
import java.util.List;

/** The last 100 of 100 and of 1,000 migrations taken back, in a warm JVM. */
final class Rollback implements Scenario {

    @Override
    public String name() {
        return "rollback";
    }

    @Override
    public List<Comparison> run(Conditions conditions, Engine engine) throws Exception {
        int undone = conditions.migrations(100);
        return List.of(
                compare(conditions, engine, undone, undone),
                compare(conditions, engine, undone, conditions.migrations(1000)));
    }

    private Comparison compare(Conditions conditions, Engine engine, int undone, int applied) throws Exception {
        Corpus corpus = conditions.corpus(engine, applied);
        Rounds rounds = conditions.interleaved();
        for (String name : conditions.contenders(Contenders.UNDOING)) {
            Contender contender = Contenders.named(name);
            rounds.add(name, () -> takeBack(engine, contender, corpus, undone));
        }
        return new Comparison(
                name(),
                engine.name(),
                "the last " + undone + " of " + applied + " migrations taken back",
                "ms",
                rounds.run().series());
    }

    private static double takeBack(Engine engine, Contender contender, Corpus corpus, int undone) throws Exception {
        try (Database database = engine.fresh()) {
            contender.migrate(database.dataSource(), corpus);
            return Stopwatch.millis(() -> contender.rollback(database.dataSource(), corpus, undone));
        }
    }
}
