package io.godwit.dialect;

import java.util.Optional;

/**
 * The commands that an engine's own client reads among the statements of a script, such as {@code \i} of psql. Implementations are
 * stateless and thread-safe.
 */
public interface ClientCommands {

    /** Of a client that has none. */
    ClientCommands NONE = new NoCommands();

    /**
     * The command that starts at a position, which lies outside of quotes, comments and rows of data.
     *
     * @param open whether a statement has begun there
     * @return empty if the text is the server's
     * @throws IllegalArgumentException if what the command means shows only when the client runs it
     */
    Optional<ClientCommand> at(String script, int position, boolean open);

    /** Whether a command may start with a character; told apart so that most of a script is passed over quickly. */
    boolean mayStartWith(char character);

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

    /** The commands of a client that has none. */
    final class NoCommands implements ClientCommands {

        private NoCommands() {}

        @Override
        public Optional<ClientCommand> at(String script, int position, boolean open) {
            return Optional.empty();
        }

        @Override
        public boolean mayStartWith(char character) {
            return false;
        }
    }
}
