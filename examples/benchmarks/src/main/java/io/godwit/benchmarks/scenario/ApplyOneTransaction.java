package io.godwit.benchmarks.scenario;

import io.godwit.benchmarks.contender.Contenders;
import io.godwit.benchmarks.corpus.Corpus;
import io.godwit.benchmarks.database.Engine;
import io.godwit.benchmarks.report.Comparison;
import java.util.List;

/** 1,000 migrations into an empty database, all in one transaction, beside the loop with one transaction each. */
final class ApplyOneTransaction implements Scenario {

    @Override
    public String name() {
        return "apply-one-transaction";
    }

    @Override
    public List<Comparison> run(Conditions conditions, Engine engine) throws Exception {
        int migrations = conditions.migrations(1000);
        Corpus corpus = conditions.corpus(engine, migrations);
        Rounds rounds = conditions.interleaved();
        for (String contender : List.of(Contenders.BASELINE, Contenders.ONE_TRANSACTION)) {
            rounds.add(contender, new EmptyDatabase(engine, contender, corpus));
        }
        return List.of(new Comparison(
                name(),
                engine.name(),
                migrations + " migrations, a table and an index each, one transaction over all",
                "ms",
                rounds.run().series()));
    }
}
