package io.godwit.benchmarks.contender;

import io.godwit.Godwit;
import io.godwit.GodwitBuilder;
import io.godwit.benchmarks.corpus.Corpus;
import io.godwit.format.PluginSource;
import io.godwit.plan.RollbackTarget;
import javax.sql.DataSource;

/** Godwit as it comes. */
public class GodwitContender implements Contender {

    @Override
    public String name() {
        return "godwit";
    }

    @Override
    public void migrate(DataSource database, Corpus corpus) {
        godwit(database, corpus).build().migrate();
    }

    @Override
    public void rollback(DataSource database, Corpus corpus, int migrations) {
        godwit(database, corpus)
                .build()
                .rollback(Corpus.PLUGIN, RollbackTarget.steps(migrations))
                .orThrow();
    }

    GodwitBuilder godwit(DataSource database, Corpus corpus) {
        return Godwit.on(database).plugins(PluginSource.directory(corpus.documents()));
    }
}
