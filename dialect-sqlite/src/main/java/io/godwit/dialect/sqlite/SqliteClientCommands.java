package io.godwit.dialect.sqlite;

import io.godwit.dialect.ClientCommand;
import io.godwit.dialect.ClientCommand.Effect;
import io.godwit.dialect.ClientCommands;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands of {@code sqlite3}: a line that begins with a dot, or a comment that begins with {@code #}, where no statement has begun.
 * Stateless and thread-safe.
 */
final class SqliteClientCommands implements ClientCommands {

    /** sqlite3 takes the first three letters for the whole. */
    private static final Pattern READ =
            Pattern.compile("\\.rea(?:d)?\\s+(?:'([^']*)'|\"([^\"\\\\]*)\"|([^\\s'\"]\\S*))\\s*");

    private static final Pattern READS = Pattern.compile("\\.rea(?:d)?(?:\\s.*)?");

    @Override
    public boolean mayStartWith(char character) {
        return character == '.' || character == '#';
    }

    @Override
    public Optional<ClientCommand> at(String script, int position, boolean open) {
        char character = script.charAt(position);
        boolean commands = (character == '.' || character == '#')
                && !open
                && (position == 0 || script.charAt(position - 1) == '\n');
        if (!commands) {
            return Optional.empty();
        }
        int end = ClientCommand.endOfLine(script, position);
        String line = script.substring(position, end).stripTrailing();
        return Optional.of(READS.matcher(line).matches() ? include(line, end) : ClientCommand.of(end, Effect.NONE));
    }

    private static ClientCommand include(String line, int end) {
        Matcher read = READ.matcher(line);
        String file = read.matches() ? first(read) : "";
        if (file.isEmpty()) {
            throw new IllegalArgumentException("write .read FILE, or .read 'FILE' where it has blanks");
        }
        if (file.startsWith("|")) {
            throw new IllegalArgumentException("what a command prints is not included; write its SQL to a file");
        }
        return new ClientCommand(end, Effect.INCLUDES, file);
    }

    private static String first(Matcher read) {
        for (int group = 1; group <= read.groupCount(); group++) {
            if (read.group(group) != null) {
                return read.group(group);
            }
        }
        return "";
    }
}
