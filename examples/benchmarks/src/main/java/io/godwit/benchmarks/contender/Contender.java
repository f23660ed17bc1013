package io.godwit.benchmarks.contender;

import io.godwit.benchmarks.corpus.Corpus;
import javax.sql.DataSource;

/** One way to bring a database up to date from files. Stateless. */
public interface Contender {

    /** What the tables of figures call it. */
    String name();

    /** Applies what is not applied yet. */
    void migrate(DataSource database, Corpus corpus) throws Exception;

    /** Whether it can take migrations back. */
    default boolean undoes() {
        return true;
    }

    /** Takes back the migrations that were applied last. */
    void rollback(DataSource database, Corpus corpus, int migrations) throws Exception;
}
