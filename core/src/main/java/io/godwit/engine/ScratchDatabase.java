package io.godwit.engine;

import io.godwit.dialect.ScratchDatabases;
import io.godwit.failure.GodwitException;
import io.godwit.failure.PlanRefusedException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database that Godwit made beside the host's, and removes again; it holds no connection meanwhile. For one thread. */
public final class ScratchDatabase implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ScratchDatabase.class.getName());

    private final Supplier<Session> beside;
    private final String name;
    private final DataSource source;

    private ScratchDatabase(Supplier<Session> beside, String name, DataSource source) {
        this.beside = beside;
        this.name = name;
        this.source = source;
    }

    /**
     * Makes one.
     *
     * @param target the host's data source
     * @param opener how the host opens a database of that server by its name; null if it does not say
     * @throws PlanRefusedException if there can be none
     */
    public static ScratchDatabase beside(
            DataSource target,
            DialectFinder dialects,
            Duration lockTimeout,
            @Nullable Function<String, DataSource> opener) {
        String name = "godwit_scratch_"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        Supplier<Session> beside = () -> Session.open(target, dialects, lockTimeout);
        try (Session session = beside.get()) {
            ScratchDatabases databases = databases(session);
            DataSource source = opener == null
                    ? databases
                            .open(target, name)
                            .orElseThrow(() -> refused(
                                    "a connection to this engine stays in its database, and the host"
                                            + " has not said how another is opened",
                                    null))
                    : opener.apply(name);
            databases.make(session.connection(), name);
            return new ScratchDatabase(beside, name, source);
        } catch (SQLException e) {
            throw refused("the database " + name + " could not be made: " + Words.of(e), e);
        }
    }

    private static ScratchDatabases databases(Session session) {
        return session.dialect()
                .scratch()
                .orElseThrow(
                        () -> refused("the dialect of " + session.dialect().engine() + " makes no databases", null));
    }

    private static PlanRefusedException refused(String why, @Nullable Exception cause) {
        String message = "There is nowhere to rehearse: " + why
                + ". Nothing was changed. Give Godwit an empty database to rehearse on.";
        return cause == null ? new PlanRefusedException(message) : new PlanRefusedException(message, cause);
    }

    /** The way into it. */
    public DataSource source() {
        return source;
    }

    @Override
    public void close() {
        try (Session session = beside.get()) {
            databases(session).remove(session.connection(), name);
        } catch (SQLException | GodwitException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the scratch database " + name + " could not be removed: " + e.getMessage());
        }
    }
}
