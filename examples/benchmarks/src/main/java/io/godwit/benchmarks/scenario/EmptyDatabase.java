package io.godwit.benchmarks.scenario;

import io.godwit.benchmarks.contender.Contender;
import io.godwit.benchmarks.contender.Contenders;
import io.godwit.benchmarks.corpus.Corpus;
import io.godwit.benchmarks.database.Database;
import io.godwit.benchmarks.database.Engine;

/** Fills a database that was empty. */
final class EmptyDatabase implements Rounds.Measurement {

    private final Engine engine;
    private final Contender contender;
    private final Corpus corpus;

    EmptyDatabase(Engine engine, String contender, Corpus corpus) {
        this.engine = engine;
        this.contender = Contenders.named(contender);
        this.corpus = corpus;
    }

    @Override
    public double take() throws Exception {
        try (Database database = engine.fresh()) {
            return Stopwatch.millis(() -> contender.migrate(database.dataSource(), corpus));
        }
    }
}
