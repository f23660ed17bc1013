package io.godwit.engine;

import io.godwit.dialect.DatabaseFile;
import io.godwit.dialect.Feature;
import io.godwit.dialect.SessionLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Whether a run holds the lock at this moment. Immutable.
 *
 * @param held whether a run is under way, or the server still works for one that was cut off
 * @param holder who has it, in words; empty if nobody has, or the engine does not tell
 */
public record LockState(boolean held, String holder) {

    /** Nobody has it. */
    public static final LockState FREE = new LockState(false, "");

    /**
     * Looks, and leaves the lock as it is: one that is free is taken for a moment, for no engine tells it otherwise to a login without
     * privileges.
     */
    public static LockState of(Session session) throws SQLException {
        Optional<SessionLock> lock = session.dialect().lock();
        if (lock.isPresent()) {
            LockState run = of(session.connection(), lock.get(), RunLock.KEY);
            return run.held() ? run : of(session.connection(), lock.get(), RunLock.WORK_KEY);
        }
        if (session.dialect().supports(Feature.SINGLE_WRITER)) {
            DatabaseFile file = session.dialect().file().orElse(null);
            return file == null ? FREE : of(session.connection(), file);
        }
        return new LeaseTable(session.dialect())
                .seen(session.connection(), RunLock.KEY)
                .map(row -> new LockState(true, row.holder()))
                .orElse(FREE);
    }

    private static LockState of(Connection connection, SessionLock lock, String key) throws SQLException {
        if (lock.tryAcquire(connection, key)) {
            lock.release(connection, key);
            return FREE;
        }
        return new LockState(true, lock.holder(connection, key));
    }

    private static LockState of(Connection connection, DatabaseFile file) throws SQLException {
        Optional<DatabaseFile.Hold> hold = file.tryHold(connection);
        hold.ifPresent(DatabaseFile.Hold::close);
        return hold.isPresent() ? FREE : new LockState(true, "");
    }
}
