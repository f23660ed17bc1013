package io.godwit.benchmarks.scenario;

import io.godwit.benchmarks.contender.Contender;
import io.godwit.benchmarks.contender.Contenders;
import io.godwit.benchmarks.corpus.Corpus;
import io.godwit.benchmarks.database.Database;
import io.godwit.benchmarks.database.Engine;
import io.godwit.benchmarks.report.Comparison;
import java.util.ArrayList;
import java.util.List;

/** A start that finds all 5,000 migrations applied, in a warm JVM and with connections that are there. */
final class NoOp implements Scenario {

    @Override
    public String name() {
        return "no-op";
    }

    @Override
    public List<Comparison> run(Conditions conditions, Engine engine) throws Exception {
        int migrations = conditions.migrations(5000);
        Corpus corpus = conditions.corpus(engine, migrations);
        List<Database> databases = new ArrayList<>();
        try {
            Rounds rounds = conditions.interleaved();
            for (String name : conditions.contenders(Contenders.STANDARD)) {
                Contender contender = Contenders.named(name);
                Database database = engine.fresh();
                databases.add(database);
                contender.migrate(database.dataSource(), corpus);
                rounds.add(name, () -> Stopwatch.millis(() -> contender.migrate(database.dataSource(), corpus)));
            }
            return List.of(new Comparison(
                    name(),
                    engine.name(),
                    "nothing to do with " + migrations + " migrations applied",
                    "ms",
                    rounds.run().series()));
        } finally {
            for (Database database : databases) {
                database.close();
            }
        }
    }
}
