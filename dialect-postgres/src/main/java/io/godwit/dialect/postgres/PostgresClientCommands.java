package io.godwit.dialect.postgres;

import io.godwit.dialect.ClientCommand;
import io.godwit.dialect.ClientCommand.Effect;
import io.godwit.dialect.ClientCommands;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The backslash commands of psql 17: anywhere on a line, to its end or to the next backslash outside of quotes. Stateless and thread-safe.
 */
final class PostgresClientCommands implements ClientCommands {

    /** Those that take the rest of their line as it is, whatever stands in it. */
    private static final Set<String> WHOLE_LINE =
            Set.of("!", "copy", "ef", "ev", "sf", "sf+", "sv", "sv+", "h", "help", "?");

    private static final Set<String> ENDING =
            Set.of("g", "gx", "gset", "gexec", "gdesc", "crosstabview", "watch", "r", "reset");

    /** What may stand between the words of a COPY does not matter: its list of columns or its query is in parentheses. */
    private static final Pattern ROWS_FOLLOW = Pattern.compile("(?is)copy\\s.*\\bfrom\\s+stdin\\b.*");

    private static final Pattern ROWS_FOLLOW_COMMAND = Pattern.compile("(?i)copy\\s.*\\sfrom\\s+stdin\\b.*");

    @Override
    public boolean mayStartWith(char character) {
        return character == '\\';
    }

    @Override
    public Optional<ClientCommand> at(String script, int position, boolean open) {
        if (script.charAt(position) != '\\') {
            return Optional.empty();
        }
        int end = endOfName(script, position + 1);
        String name = script.substring(position + 1, end);
        Effect included = included(name);
        if (included != Effect.NONE) {
            return Optional.of(include(script, end, included));
        }
        if (name.isEmpty()) {
            return Optional.of(ClientCommand.of(Math.min(position + 2, script.length()), Effect.NONE));
        }
        if (name.startsWith(";") || name.startsWith(":")) {
            return Optional.of(ClientCommand.of(position + 2, Effect.NONE));
        }
        if (WHOLE_LINE.contains(name)) {
            return Optional.of(ClientCommand.of(afterLine(script, position, end), Effect.NONE));
        }
        return Optional.of(ClientCommand.of(new PostgresArguments(script, end).end(), effect(name)));
    }

    @Override
    public int afterRows(String script, int start, int end) {
        boolean copies = script.regionMatches(true, start, "copy", 0, 4)
                && ROWS_FOLLOW.matcher(script.substring(start, end)).matches();
        return copies ? afterRows(script, end) : end;
    }

    private static Effect included(String name) {
        return switch (name) {
            case "i", "include" -> Effect.INCLUDES;
            case "ir", "include_relative" -> Effect.INCLUDES_BESIDE;
            default -> Effect.NONE;
        };
    }

    private static Effect effect(String name) {
        if (name.equals("q") || name.equals("quit")) {
            return Effect.ENDS_FILE;
        }
        return ENDING.contains(name) ? Effect.ENDS_STATEMENT : Effect.NONE;
    }

    /** psql takes the first word, and passes over those behind it with a warning; two backslashes end the command. */
    private static ClientCommand include(String script, int position, Effect effect) {
        PostgresArguments arguments = new PostgresArguments(script, position);
        String file = arguments.first();
        int end = arguments.end();
        return new ClientCommand(script.startsWith("\\\\", end) ? end + 2 : end, effect, file);
    }

    /** A name ends at white space or at the next backslash. */
    private static int endOfName(String script, int position) {
        int end = position;
        while (end < script.length() && script.charAt(end) > ' ' && script.charAt(end) != '\\') {
            end++;
        }
        return end;
    }

    private static int afterLine(String script, int position, int nameEnd) {
        int end = ClientCommand.endOfLine(script, nameEnd);
        String line = script.substring(position + 1, end);
        return ROWS_FOLLOW_COMMAND.matcher(line.strip()).matches() ? afterRows(script, nameEnd) : end;
    }

    /** Rows start on the next line, and end with a line of {@code \.} alone. */
    private static int afterRows(String script, int position) {
        int end = ClientCommand.endOfLine(script, position);
        while (end < script.length()) {
            int start = end + 1;
            end = ClientCommand.endOfLine(script, start);
            if (script.startsWith("\\.", start)
                    && script.substring(start, end).stripTrailing().equals("\\.")) {
                return end;
            }
        }
        throw new IllegalArgumentException("the rows of this COPY have no \\. at their end");
    }
}
