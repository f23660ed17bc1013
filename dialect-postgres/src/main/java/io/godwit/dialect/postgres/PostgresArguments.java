package io.godwit.dialect.postgres;

import io.godwit.dialect.ClientCommand;

/**
 * The arguments of one backslash command, as psqlscanslash.l of psql 17 reads them: words between blanks, single quotes with the
 * escapes of C, double quotes that stay in the word. For one thread.
 */
final class PostgresArguments {

    private final String script;
    private final int limit;
    private int position;

    PostgresArguments(String script, int start) {
        this.script = script;
        this.limit = ClientCommand.endOfLine(script, start);
        this.position = start;
    }

    /** The first one, which is a file's name. */
    String first() {
        while (position < limit && script.charAt(position) <= ' ') {
            position++;
        }
        StringBuilder word = new StringBuilder();
        boolean bare = true;
        while (position < limit && script.charAt(position) > ' ' && script.charAt(position) != '\\') {
            bare = part(word);
        }
        while (bare && !word.isEmpty() && word.charAt(word.length() - 1) == ';') {
            word.setLength(word.length() - 1);
        }
        if (word.isEmpty()) {
            throw new IllegalArgumentException("the include names no file");
        }
        return word.toString();
    }

    /** Where the command ends: at the next backslash outside of quotes, or with its line. */
    int end() {
        while (position < limit && script.charAt(position) != '\\') {
            char character = script.charAt(position);
            if (character == '\'' || character == '"' || character == '`') {
                quoted(character, new StringBuilder());
            } else {
                position++;
            }
        }
        return position;
    }

    /** Reads one quoted part or one character, and tells whether it was bare. */
    private boolean part(StringBuilder word) {
        char character = script.charAt(position);
        if (character == '`' || isVariable()) {
            throw new IllegalArgumentException("only psql knows which file this includes; write its name");
        }
        if (character == '\'') {
            quoted(character, word);
            return false;
        }
        if (character == '"') {
            int start = position;
            quoted(character, new StringBuilder());
            word.append(script, start, position);
            return false;
        }
        word.append(character);
        position++;
        return true;
    }

    /** {@code :name}, {@code :'name'}, {@code :"name"} and {@code :{?name}}. */
    private boolean isVariable() {
        if (script.charAt(position) != ':' || position + 1 >= limit) {
            return false;
        }
        char next = script.charAt(position + 1);
        return Character.isLetterOrDigit(next) || next == '_' || next == '\'' || next == '"' || next == '{';
    }

    private void quoted(char quote, StringBuilder word) {
        position++;
        while (position < limit) {
            char character = script.charAt(position++);
            boolean doubled = quote == '\'' && position < limit && script.charAt(position) == quote;
            if (character == quote && !doubled) {
                return;
            }
            if (character == quote) {
                position++;
            }
            word.append(character == '\\' && quote == '\'' && position < limit ? escaped() : character);
        }
        throw new IllegalArgumentException("a quote of this command is not closed");
    }

    private char escaped() {
        char character = script.charAt(position++);
        return switch (character) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'r' -> '\r';
            case 'f' -> '\f';
            case '0', '1', '2', '3', '4', '5', '6', '7', 'x' ->
                throw new IllegalArgumentException("write the character itself instead of its number");
            default -> character;
        };
    }
}
