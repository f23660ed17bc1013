package io.godwit.dialect.mysql;

import io.godwit.dialect.ClientCommand;
import io.godwit.dialect.ClientCommand.Effect;
import io.godwit.dialect.ClientCommands;
import java.util.Optional;

/**
 * The commands of the client {@code mysql} as far as they matter: {@code source FILE} where no statement has begun, and a backslash with
 * one character anywhere. A file's name is the rest of its line, without quotes. Stateless and thread-safe.
 */
final class MySqlClientCommands implements ClientCommands {

    private static final String SOURCE = "source";

    @Override
    public boolean mayStartWith(char character) {
        return character == '\\' || character == 's' || character == 'S';
    }

    @Override
    public Optional<ClientCommand> at(String script, int position, boolean open) {
        char character = script.charAt(position);
        if (character == '\\' && position + 1 < script.length()) {
            return Optional.of(escaped(script, position));
        }
        boolean source = (character == 's' || character == 'S')
                && !open
                && script.regionMatches(true, position, SOURCE, 0, SOURCE.length())
                && isBlank(script, position + SOURCE.length());
        return source ? Optional.of(include(script, position + SOURCE.length())) : Optional.empty();
    }

    private static ClientCommand escaped(String script, int position) {
        return switch (script.charAt(position + 1)) {
            case '.' -> include(script, position + 2);
            case 'g', 'G', 'c' -> ClientCommand.of(position + 2, Effect.ENDS_STATEMENT);
            default -> ClientCommand.of(position + 2, Effect.NONE);
        };
    }

    private static boolean isBlank(String script, int position) {
        return position < script.length() && (script.charAt(position) == ' ' || script.charAt(position) == '\t');
    }

    private static ClientCommand include(String script, int position) {
        int line = ClientCommand.endOfLine(script, position);
        int semicolon = script.indexOf(';', position);
        boolean ended = semicolon >= 0 && semicolon < line;
        String file = script.substring(position, ended ? semicolon : line).strip();
        if (file.isEmpty()) {
            throw new IllegalArgumentException("the include names no file");
        }
        return new ClientCommand(ended ? semicolon + 1 : line, Effect.INCLUDES, file);
    }
}
