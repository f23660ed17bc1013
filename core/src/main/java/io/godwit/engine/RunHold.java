package io.godwit.engine;

import io.godwit.dialect.DatabaseFile;
import io.godwit.dialect.SessionLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other runs out of a database that is a file, from one transaction of a run to the next; each transaction by itself keeps all
 * writers out. For one run, on one thread.
 */
final class RunHold implements SessionLock, AutoCloseable {

    private final DatabaseFile file;
    private DatabaseFile.@Nullable Hold hold;

    RunHold(DatabaseFile file) {
        this.file = file;
    }

    @Override
    public boolean tryAcquire(Connection connection, String key) throws SQLException {
        Optional<DatabaseFile.Hold> held = file.tryHold(connection);
        held.ifPresent(taken -> hold = taken);
        return held.isPresent();
    }

    @Override
    public void release(Connection connection, String key) {
        close();
    }

    @Override
    public String holder(Connection connection, String key) {
        return "";
    }

    @Override
    public void close() {
        DatabaseFile.Hold held = hold;
        if (held != null) {
            held.close();
        }
        hold = null;
    }
}
