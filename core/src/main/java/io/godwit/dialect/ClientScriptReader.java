package io.godwit.dialect;

import io.godwit.dialect.ClientCommand.Effect;
import io.godwit.dialect.SplitterRules.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one file of a script as the engine's own client does, once. */
final class ClientScriptReader {

    private static final String STANDARD_DELIMITER = ";";

    private final String script;
    private final SplitterRules rules;
    private final ClientCommands commands;
    private final ScriptRegions regions;
    private final boolean batches;
    private final boolean delimits;
    private final List<ScriptInclude> includes = new ArrayList<>();
    private String delimiter = STANDARD_DELIMITER;
    private BlockBody body;
    private int first = -1;
    private int leaves;
    private int counted;
    private int line = 1;

    ClientScriptReader(String script, Dialect dialect) {
        this.script = script;
        this.rules = dialect.splitter();
        this.commands = dialect.nativeScript().commands();
        this.regions = new ScriptRegions(script, rules);
        this.batches = rules.knows(Syntax.GO_LINES);
        this.delimits = rules.knows(Syntax.DELIMITER_LINES);
        this.body = new BlockBody(rules);
    }

    ClientScript read() {
        int position = 0;
        while (position < script.length()) {
            position = step(position);
        }
        if (body.isOpen() && !rules.knows(Syntax.SLASH_LINES)) {
            throw new IllegalArgumentException(regions.place(Math.max(first, 0)) + ": a block has no END");
        }
        if (!delimiter.equals(STANDARD_DELIMITER)) {
            throw new IllegalArgumentException(
                    "the DELIMITER is still " + delimiter + " at the end of the file; set it back to ;");
        }
        return new ClientScript(includes, first >= 0, leaves);
    }

    /** Reads one command, region, word or character, and tells where the next one starts. */
    private int step(int position) {
        char character = script.charAt(position);
        if (character <= ' ') {
            return position + 1;
        }
        Optional<ClientCommand> command = mayCommand(character) ? command(position) : Optional.empty();
        if (command.isPresent()) {
            return follow(command.get(), position);
        }
        if (isWordStart(character)) {
            return word(position);
        }
        int after = regions.end(position);
        if (after > position) {
            begin(position, !regions.isComment(position));
            return after;
        }
        if (script.startsWith(delimiter, position) && !batches && !body.isOpen()) {
            return ended(position + delimiter.length());
        }
        begin(position, true);
        body.symbol(character);
        return position + 1;
    }

    /** A delimiter may be a word too. */
    private int word(int position) {
        if (!batches && delimits && script.startsWith(delimiter, position) && !body.isOpen()) {
            return ended(position + delimiter.length());
        }
        begin(position, true);
        int end = position + 1;
        while (end < script.length() && isWordPart(script.charAt(end))) {
            end++;
        }
        if (body.listens()) {
            body.word(script.substring(position, end));
        }
        return end;
    }

    private boolean mayCommand(char character) {
        return commands.mayStartWith(character)
                || (batches && (character == 'g' || character == 'G'))
                || (delimits && (character == 'd' || character == 'D'));
    }

    private static boolean isWordStart(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || character == '_'
                || (character > '\u007f' && Character.isLetter(character));
    }

    private static boolean isWordPart(char character) {
        return isWordStart(character)
                || (character >= '0' && character <= '9')
                || character == '$'
                || (character > '\u007f' && Character.isDigit(character));
    }

    private void begin(int position, boolean meaningful) {
        if (meaningful && first < 0) {
            first = position;
        }
    }

    private int ended(int end) {
        int after = first < 0 ? end : afterRows(end);
        first = -1;
        body = body.next();
        return after;
    }

    /** The client's own command, or one of those that say what ends a statement. */
    private Optional<ClientCommand> command(int position) {
        char character = Character.toLowerCase(script.charAt(position));
        boolean may = (batches && character == 'g') || (delimits && character == 'd');
        if (may && ClientCommand.startsLine(script, position)) {
            int end = ClientCommand.endOfLine(script, position);
            String text = script.substring(position, end).strip();
            if (batches && text.matches("(?i)go(\\s+\\d+)?;?")) {
                return Optional.of(ClientCommand.of(end, Effect.ENDS_STATEMENT));
            }
            if (delimits && first < 0 && text.matches("(?i)delimiter\\s+\\S+")) {
                delimiter = text.replaceFirst("\\S+\\s+", "");
                body.closedBy(delimiter);
                return Optional.of(ClientCommand.of(end, Effect.NONE));
            }
        }
        try {
            return commands.at(script, position, first >= 0);
        } catch (IllegalArgumentException unclear) {
            throw placed(position, unclear);
        }
    }

    private int follow(ClientCommand command, int position) {
        switch (command.effect()) {
            case NONE -> {}
            case ENDS_STATEMENT -> ended(command.end());
            case ENDS_FILE -> leaves = leaves == 0 ? line(position) : leaves;
            case INCLUDES, INCLUDES_BESIDE -> include(command, position);
        }
        return command.end();
    }

    private void include(ClientCommand command, int position) {
        if (first >= 0 && !commands.joinsFiles()) {
            throw new IllegalArgumentException(regions.place(position)
                    + ": the include stands in the middle of a statement, which one file cannot say; end it first");
        }
        if (!delimiter.equals(STANDARD_DELIMITER)) {
            throw new IllegalArgumentException(
                    regions.place(position) + ": the DELIMITER is " + delimiter + " here; set it back to ; first");
        }
        boolean beside = command.effect() == Effect.INCLUDES_BESIDE;
        includes.add(new ScriptInclude(position, command.end(), line(position), command.file(), beside));
    }

    /** Counted on from the line that was asked for last. */
    private int line(int position) {
        for (; counted < position; counted++) {
            if (script.charAt(counted) == '\n') {
                line++;
            }
        }
        return line;
    }

    private int afterRows(int end) {
        try {
            return commands.afterRows(script, first, end);
        } catch (IllegalArgumentException unclear) {
            throw placed(first, unclear);
        }
    }

    private IllegalArgumentException placed(int position, IllegalArgumentException unclear) {
        return new IllegalArgumentException(regions.place(position) + ": " + unclear.getMessage(), unclear);
    }
}
