package io.godwit.dialect.mssql;

import io.godwit.dialect.ClientCommand;
import io.godwit.dialect.ClientCommand.Effect;
import io.godwit.dialect.ClientCommands;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands of sqlcmd: a line that begins with a colon, also inside a batch. {@code :r FILE} adds the file's text to the batch at hand,
 * so that a statement may begin in one file and end in another. Stateless and thread-safe.
 */
final class MsSqlClientCommands implements ClientCommands {

    private static final Pattern READ = Pattern.compile("(?i):r(?:\\s+(?:\"([^\"]*)\"|([^\\s\"]\\S*)))?\\s*");
    private static final Pattern READS = Pattern.compile("(?i):r(?:\\s.*)?");

    @Override
    public boolean mayStartWith(char character) {
        return character == ':' || character == '!';
    }

    @Override
    public Optional<ClientCommand> at(String script, int position, boolean open) {
        char character = script.charAt(position);
        boolean commands =
                (character == ':' || script.startsWith("!!", position)) && ClientCommand.startsLine(script, position);
        if (!commands) {
            return Optional.empty();
        }
        int end = ClientCommand.endOfLine(script, position);
        String line = script.substring(position, end).stripTrailing();
        return Optional.of(READS.matcher(line).matches() ? include(line, end) : ClientCommand.of(end, Effect.NONE));
    }

    @Override
    public boolean joinsFiles() {
        return true;
    }

    private static ClientCommand include(String line, int end) {
        Matcher read = READ.matcher(line);
        if (!read.matches() || (read.group(1) == null && read.group(2) == null)) {
            throw new IllegalArgumentException("write :r FILE, or :r \"FILE\" where it has blanks");
        }
        String file = read.group(1) == null ? read.group(2) : read.group(1);
        if (file.contains("$(")) {
            throw new IllegalArgumentException("only sqlcmd knows which file this includes; write its name");
        }
        return new ClientCommand(end, Effect.INCLUDES, file);
    }
}
