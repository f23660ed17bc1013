package io.godwit.dialect;

import io.godwit.dialect.SplitterRules.Syntax;

/** The parts of a script in which nothing ends a statement: strings, quoted names and comments. Immutable. */
final class ScriptRegions {

    private final String script;
    private final SplitterRules rules;

    ScriptRegions(String script, SplitterRules rules) {
        this.script = script;
        this.rules = rules;
    }

    /**
     * Where the region that starts at a position ends; the position itself if none starts there.
     *
     * @throws IllegalArgumentException if it is not closed
     */
    int end(int position) {
        return switch (script.charAt(position)) {
            case '\'' -> endOfQuote(position, '\'', escapes(position));
            case '"' -> endOfQuote(position, '"', rules.knows(Syntax.BACKSLASH_ESCAPES));
            case '`' -> rules.knows(Syntax.BACKTICKS) ? endOfQuote(position, '`', false) : position;
            case '[' -> rules.knows(Syntax.BRACKETS) ? endOfQuote(position, ']', false) : position;
            case '$' -> rules.knows(Syntax.DOLLAR_QUOTES) ? endOfDollarQuote(position) : position;
            case '-', '#', '/' -> endOfComment(position);
            default -> position;
        };
    }

    /** Whether what starts there is a comment that the server does not read: MySQL runs those that begin with an exclamation mark. */
    boolean isComment(int position) {
        return "-#/".indexOf(script.charAt(position)) >= 0
                && !(rules.knows(Syntax.HASH_COMMENTS) && script.startsWith("/*!", position));
    }

    int endOfWord(int position) {
        int end = position;
        while (end < script.length() && isWordPart(script.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Line and column of a position, for messages. */
    String place(int position) {
        int line = 1
                + Math.toIntExact(script.substring(0, position)
                        .chars()
                        .filter(character -> character == '\n')
                        .count());
        return "line " + line + ", column " + (position - script.lastIndexOf('\n', position - 1));
    }

    private boolean escapes(int position) {
        boolean prefixed = position > 0
                && (script.charAt(position - 1) == 'E' || script.charAt(position - 1) == 'e')
                && (position == 1 || !isWordPart(script.charAt(position - 2)));
        return rules.knows(Syntax.BACKSLASH_ESCAPES) || (rules.knows(Syntax.ESCAPE_STRINGS) && prefixed);
    }

    /** A doubled quote starts the next string at once, so that it needs no rule of its own. */
    private int endOfQuote(int position, char quote, boolean escapes) {
        for (int end = position + 1; end < script.length(); end++) {
            char character = script.charAt(end);
            if (character == '\\' && escapes) {
                end++;
            } else if (character == quote) {
                if (end + 1 < script.length() && script.charAt(end + 1) == quote) {
                    end++;
                } else {
                    return end + 1;
                }
            }
        }
        throw new IllegalArgumentException(place(position) + ": " + script.charAt(position) + " is not closed");
    }

    private int endOfDollarQuote(int position) {
        if (position > 0 && isWordPart(script.charAt(position - 1))) {
            return position;
        }
        int end = position + 1;
        while (end < script.length() && script.charAt(end) != '$' && isWordPart(script.charAt(end))) {
            end++;
        }
        boolean opens = end < script.length()
                && script.charAt(end) == '$'
                && (end == position + 1 || !Character.isDigit(script.charAt(position + 1)));
        if (!opens) {
            return position;
        }
        String tag = script.substring(position, end + 1);
        int close = script.indexOf(tag, end + 1);
        if (close < 0) {
            throw new IllegalArgumentException(place(position) + ": " + tag + " is not closed");
        }
        return close + tag.length();
    }

    private int endOfComment(int position) {
        if (startsLineComment(position)) {
            int newline = script.indexOf('\n', position);
            return newline < 0 ? script.length() : newline;
        }
        return script.startsWith("/*", position) ? endOfBlockComment(position) : position;
    }

    /** In MySQL two hyphens are a comment only with white space behind them. */
    private boolean startsLineComment(int position) {
        boolean mysql = rules.knows(Syntax.HASH_COMMENTS);
        if (mysql && script.charAt(position) == '#') {
            return true;
        }
        return script.startsWith("--", position)
                && (!mysql || position + 2 == script.length() || Character.isWhitespace(script.charAt(position + 2)));
    }

    private int endOfBlockComment(int position) {
        int depth = 1;
        for (int end = position + 2; end < script.length(); end++) {
            if (script.startsWith("*/", end)) {
                depth--;
                end++;
                if (depth == 0) {
                    return end + 1;
                }
            } else if (rules.knows(Syntax.NESTED_COMMENTS) && script.startsWith("/*", end)) {
                depth++;
                end++;
            }
        }
        throw new IllegalArgumentException(place(position) + ": the comment is not closed");
    }

    private static boolean isWordPart(char character) {
        return Character.isLetterOrDigit(character) || character == '_' || character == '$';
    }
}
