package io.godwit;

import io.godwit.engine.DialectFinder;
import io.godwit.engine.RunOptions;
import io.godwit.engine.Runner;
import io.godwit.engine.Session;
import io.godwit.failure.DatabaseUnavailableException;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Gives a session of its own to each thing that only reads. Thread-safe. */
final class Sessions {

    private final DataSource dataSource;
    private final DialectFinder dialects;
    private final RunOptions options;

    Sessions(DataSource dataSource, DialectFinder dialects, RunOptions options) {
        this.dataSource = dataSource;
        this.dialects = dialects;
        this.options = options;
    }

    /** What is done with a session. */
    interface Work<T> {
        T with(Session session) throws SQLException;
    }

    /** Faults of the input come before those of the connection. */
    <T> T prepared(Runner.Planner planner, Work<T> work) {
        planner.prepare();
        try {
            return with(work);
        } catch (DatabaseUnavailableException e) {
            planner.check();
            throw e;
        }
    }

    /** A server that hangs does not hang the host: an answer is waited for as long as a plan's. */
    <T> T with(Work<T> work) {
        return patiently(session -> session.answeredWithin(options.retries().planning(), () -> work.with(session)));
    }

    /** As {@link #with}, for what may take the server long. */
    <T> T patiently(Work<T> work) {
        try (Session session = Session.open(dataSource, dialects, options.lockTimeout())) {
            return worked(session, work);
        }
    }

    private static <T> T worked(Session session, Work<T> work) {
        try {
            return work.with(session);
        } catch (SQLException e) {
            throw session.unreadable(e);
        }
    }
}
