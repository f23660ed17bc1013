package io.godwit.benchmarks.contender;

import io.godwit.GodwitBuilder;
import io.godwit.benchmarks.corpus.Corpus;
import io.godwit.engine.TransactionScope;
import javax.sql.DataSource;

/** Godwit with all migrations of a run in one transaction. */
final class OneTransactionGodwit extends GodwitContender {

    @Override
    public String name() {
        return Contenders.ONE_TRANSACTION;
    }

    @Override
    GodwitBuilder godwit(DataSource database, Corpus corpus) {
        return super.godwit(database, corpus).transactions(TransactionScope.RUN);
    }
}
