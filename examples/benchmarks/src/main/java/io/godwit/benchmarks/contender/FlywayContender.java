package io.godwit.benchmarks.contender;

import io.godwit.benchmarks.corpus.Corpus;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Flyway with versioned SQL files. */
final class FlywayContender implements Contender {

    /** Kept here, for java.util.logging forgets loggers that nobody holds. */
    private static final Logger LOG = Logger.getLogger("org.flywaydb");

    FlywayContender() {
        LOG.setLevel(Level.OFF);
    }

    @Override
    public String name() {
        return "flyway";
    }

    @Override
    public void migrate(DataSource database, Corpus corpus) {
        Flyway.configure()
                .dataSource(database)
                .locations("filesystem:" + corpus.versionedSql())
                .load()
                .migrate();
    }

    @Override
    public boolean undoes() {
        return false;
    }

    @Override
    public void rollback(DataSource database, Corpus corpus, int migrations) {
        throw new UnsupportedOperationException("undo is not part of Flyway's open edition");
    }
}
