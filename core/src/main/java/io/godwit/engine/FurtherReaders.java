package io.godwit.engine;

import io.godwit.dialect.SharedMoment;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Sessions that read the moment of a first one. Where there are none to be had in a short time, or no common moment, there are none: the
 * first one reads alone then. For the thread that owns the first one.
 */
final class FurtherReaders implements AutoCloseable {

    /** Who wants none. */
    static final FurtherReaders NONE = new FurtherReaders(List.of());

    private static final System.Logger LOG = System.getLogger(FurtherReaders.class.getName());
    private static final long PATIENCE_MILLIS = 2_000;

    private final List<Session> sessions;
    private List<Session> joined = List.of();

    private FurtherReaders(List<Session> sessions) {
        this.sessions = new ArrayList<>(sessions);
    }

    /**
     * Asks the data source for as many as there are to be readers, for one keeps writers away while the others begin. A pool may have
     * none left, or only the one that its caller holds, and let everybody wait for ever.
     *
     * @param readers with the first one
     */
    static FurtherReaders open(DataSource dataSource, DialectFinder dialects, Duration lockTimeout, int readers) {
        Opening opening = new Opening(() -> Session.open(dataSource, dialects, lockTimeout), readers);
        Thread thread = new Thread(opening, "godwit-readers");
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List<Session> opened = opening.take();
        thread.interrupt();
        return new FurtherReaders(opened);
    }

    /**
     * Lets them see what the first one sees.
     *
     * @param first inside a transaction that reads, in which nothing was read
     * @param tables quoted names of all that will be read
     */
    void join(Session first, List<String> tables) throws SQLException {
        int others = sessions.size() - 1;
        SharedMoment moment = first.dialect().sharedMoment().orElse(null);
        if (others < 1 || moment == null) {
            return;
        }
        Session keeper = sessions.get(others);
        List<Connection> connections =
                sessions.subList(0, others).stream().map(Session::connection).toList();
        if (moment.begin(first.connection(), connections, keeper.connection(), tables)) {
            joined = List.copyOf(sessions.subList(0, others));
            sessions.remove(others).close();
        } else {
            LOG.log(System.Logger.Level.DEBUG, "one connection reads: no moment could be had that several of them see");
        }
    }

    /** All connections that see one moment, the first one's before the others. */
    List<Connection> with(Session first) {
        return Stream.concat(Stream.of(first), joined.stream())
                .map(Session::connection)
                .toList();
    }

    @Override
    public void close() {
        for (Session session : sessions) {
            try {
                session.execute(session.dialect().transactions().rollback());
            } catch (SQLException e) {
                LOG.log(System.Logger.Level.DEBUG, "a transaction that only read was not ended", e);
            }
            session.close();
        }
        sessions.clear();
        joined = List.of();
    }

    /** Opens one after the other until nobody waits for them any more. */
    private static final class Opening implements Runnable {

        private final Supplier<Session> source;
        private final int wanted;
        private final List<Session> opened = new ArrayList<>();
        private boolean over;

        Opening(Supplier<Session> source, int wanted) {
            this.source = source;
            this.wanted = wanted;
        }

        @Override
        public void run() {
            try {
                while (isWanted()) {
                    keep(source.get());
                }
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.DEBUG, "no further connection to read by: " + e.getMessage());
            }
        }

        private synchronized boolean isWanted() {
            return !over && opened.size() < wanted;
        }

        private void keep(Session session) {
            synchronized (this) {
                if (!over) {
                    opened.add(session);
                    return;
                }
            }
            session.close();
        }

        synchronized List<Session> take() {
            over = true;
            return List.copyOf(opened);
        }
    }
}
