package io.godwit.dialect;

import io.godwit.schema.Name;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** What a session is told. Stateless and thread-safe. */
public interface SessionSettings {

    /** Before {@link #open}: what only the driver can be told. It stays so, and may only make possible what was refused. */
    default void prepare(Connection connection) throws SQLException {}

    /**
     * Before any work: whatever could make the same text mean something else is pinned.
     *
     * @param lockTimeout how long one statement may wait for a lock
     */
    List<String> open(Duration lockTimeout);

    /**
     * For one step; empty where the engine has no limit that holds for every statement: then it is cancelled from outside.
     *
     * @param statementTimeout how long one statement may take; zero for no limit
     */
    List<String> limit(Duration statementTimeout);

    /**
     * Once the session holds what others wait for: the server ends it when it was sent nothing for so long, as when its host has vanished
     * without a word. Empty where no session can be told.
     *
     * @param patience zero for as long as it was before
     */
    default List<String> idle(Duration patience) {
        return List.of();
    }

    /**
     * What will put the session back as it is now; asked before {@link #open}. {@link #close} unless an engine must be asked how
     * its session was.
     */
    default List<String> restore(Connection connection) throws SQLException {
        return close();
    }

    /** Before the connection goes back to the host's pool: what {@link #open} and {@link #limit} changed is put back. */
    List<String> close();

    /**
     * Makes a schema the only one in which names without a schema are looked for and made, and keeps which it was, however often it is
     * told; empty where a session has no such thing.
     */
    default List<String> enter(Name schema) {
        return List.of();
    }

    /** Puts back what {@link #enter} kept. */
    default List<String> leave() {
        return List.of();
    }
}
