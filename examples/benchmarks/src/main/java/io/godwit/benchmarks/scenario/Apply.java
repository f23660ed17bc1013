package io.godwit.benchmarks.scenario;

import io.godwit.benchmarks.contender.Contenders;
import io.godwit.benchmarks.corpus.Corpus;
import io.godwit.benchmarks.database.Engine;
import io.godwit.benchmarks.report.Comparison;
import java.util.List;

/** 1,000 migrations into an empty database, in a warm JVM. */
final class Apply implements Scenario {

    @Override
    public String name() {
        return "apply";
    }

    @Override
    public List<Comparison> run(Conditions conditions, Engine engine) throws Exception {
        int migrations = conditions.migrations(1000);
        Corpus corpus = conditions.corpus(engine, migrations);
        Rounds rounds = conditions.interleaved();
        for (String contender : conditions.contenders(Contenders.STANDARD)) {
            rounds.add(contender, new EmptyDatabase(engine, contender, corpus));
        }
        return List.of(new Comparison(
                name(),
                engine.name(),
                migrations + " migrations, a table and an index each, one transaction each",
                "ms",
                rounds.run().series()));
    }
}
