package io.godwit.engine;

import io.godwit.failure.DatabaseUnavailableException;
import io.godwit.failure.GodwitException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/** Takes the second connection, on which the lock is held; a pool that has only one would make us wait for ourselves. */
final class LockSession {

    private static final System.Logger LOG = System.getLogger(LockSession.class.getName());

    private static final long PATIENCE_SECONDS = 10;
    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(30);

    private LockSession() {}

    static Session open(DataSource dataSource, DialectFinder dialects) {
        CompletableFuture<Session> session =
                CompletableFuture.supplyAsync(() -> opened(dataSource, dialects), LockSession::start);
        try {
            return session.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            CompletableFuture<Void> unused = session.thenAccept(Session::close);
            throw unavailable(
                    "the data source gave none within " + PATIENCE_SECONDS + " seconds; is its pool of one?", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GodwitException failure) {
                throw failure;
            }
            throw unavailable(String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CompletableFuture<Void> unused = session.thenAccept(Session::close);
            throw unavailable("the thread was interrupted", e);
        }
    }

    private static Session opened(DataSource dataSource, DialectFinder dialects) {
        Session session = Session.open(dataSource, dialects, LOCK_TIMEOUT);
        try {
            session.expectAnswersWithin(LOCK_TIMEOUT);
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "the lock's connection waits for answers for as long as they take", e);
        }
        return session;
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "godwit-lock");
        thread.setDaemon(true);
        thread.start();
    }

    private static DatabaseUnavailableException unavailable(String why, Exception cause) {
        return new DatabaseUnavailableException(
                "Godwit holds its lock on a connection of its own, and could not get a second one: " + why
                        + " Nothing was changed. Give it a pool of at least two connections.",
                cause);
    }
}
