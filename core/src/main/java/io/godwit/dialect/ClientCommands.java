package io.godwit.dialect;

import java.util.Optional;

/**
 * The commands that an engine's own client reads among the statements of a script, such as {@code \i} of psql. Implementations are
 * stateless and thread-safe.
 */
@FunctionalInterface
public interface ClientCommands {

    /** Of a client that has none. */
    ClientCommands NONE = (script, position, open) -> Optional.empty();

    /**
     * The command that starts at a position, which lies outside of quotes, comments and rows of data.
     *
     * @param open whether a statement has begun there
     * @return empty if the text is the server's
     * @throws IllegalArgumentException if what the command means shows only when the client runs it
     */
    Optional<ClientCommand> at(String script, int position, boolean open);

    /** Whether a statement may begin in one file and end in another, rather than end with its file. */
    default boolean joinsFiles() {
        return false;
    }

    /**
     * Where the script goes on behind the rows of data that follow a statement.
     *
     * @param start of the statement's first word
     * @param end behind what ends the statement
     * @return {@code end} if none follow
     * @throws IllegalArgumentException if the rows have no end
     */
    default int afterRows(String script, int start, int end) {
        return end;
    }
}
