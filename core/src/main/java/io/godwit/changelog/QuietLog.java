package io.godwit.changelog;

import java.util.logging.Level;
import liquibase.logging.Logger;
import liquibase.logging.core.AbstractLogService;
import liquibase.logging.core.AbstractLogger;

/** What Liquibase logs, handed to System.Logger at its lowest level: what matters becomes a problem or a finding. */
final class QuietLog extends AbstractLogService {

    private static final System.Logger LOG = System.getLogger("io.godwit.changelog");

    @Override
    public int getPriority() {
        return PRIORITY_NOT_APPLICABLE;
    }

    @Override
    @SuppressWarnings("rawtypes") // as its interface has it
    public Logger getLog(Class source) {
        return new Quiet();
    }

    private static final class Quiet extends AbstractLogger {

        @Override
        public void log(Level level, String message, Throwable failure) {
            LOG.log(System.Logger.Level.TRACE, message, failure);
        }

        @Override
        public void close() {}
    }
}
