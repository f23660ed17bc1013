package io.godwit.dialect;

import io.godwit.dialect.SplitterRules.Syntax;
import java.util.ArrayList;
import java.util.List;

/** Reads one script from its start to its end, once. */
final class ScriptReader {

    private final String script;
    private final SplitterRules rules;
    private final ScriptRegions regions;
    private final List<String> statements = new ArrayList<>();
    private String delimiter = ";";
    private int start;
    private boolean meaningful;
    private BlockBody body;

    ScriptReader(String script, SplitterRules rules) {
        this.script = script;
        this.rules = rules;
        this.regions = new ScriptRegions(script, rules);
        this.body = new BlockBody(rules);
    }

    List<String> statements() {
        int position = 0;
        while (position < script.length()) {
            position = step(position);
        }
        if (body.isOpen() && !rules.knows(Syntax.SLASH_LINES)) {
            throw new IllegalArgumentException(regions.place(start) + ": a block has no END");
        }
        end(script.length());
        return List.copyOf(statements);
    }

    /** Reads one word, quote, comment, line or character, and tells where the next one starts. */
    private int step(int position) {
        int afterLine = lineThatEnds(position);
        if (afterLine >= 0) {
            return afterLine;
        }
        int afterRegion = regions.end(position);
        if (afterRegion > position) {
            meaningful |= !regions.isComment(position);
            return afterRegion;
        }
        if (endsStatement(position)) {
            end(position);
            start = position + delimiter.length();
            return start;
        }
        char character = script.charAt(position);
        meaningful |= !Character.isWhitespace(character);
        if (Character.isLetter(character) || character == '_') {
            int afterWord = regions.endOfWord(position);
            body.word(script.substring(position, afterWord));
            return afterWord;
        }
        body.symbol(character);
        return position + 1;
    }

    private boolean endsStatement(int position) {
        return !rules.knows(Syntax.GO_LINES) && !body.isOpen() && script.startsWith(delimiter, position);
    }

    /** Where the next line starts if this is the start of a line that by itself says something to the reader, else -1. */
    private int lineThatEnds(int position) {
        boolean lineStarts = position == 0 || script.charAt(position - 1) == '\n';
        if (!lineStarts) {
            return -1;
        }
        int newline = script.indexOf('\n', position);
        int after = newline < 0 ? script.length() : newline + 1;
        String line = script.substring(position, after).strip();
        boolean ends = (rules.knows(Syntax.GO_LINES) && line.matches("(?i)go(\\s+\\d+)?;?"))
                || (rules.knows(Syntax.SLASH_LINES) && line.equals("/"));
        boolean delimits = rules.knows(Syntax.DELIMITER_LINES) && line.matches("(?i)delimiter\\s+\\S+");
        if (!ends && !delimits) {
            return -1;
        }
        end(position);
        start = after;
        if (delimits) {
            delimiter = line.replaceFirst("\\S+\\s+", "");
            body.closedBy(delimiter);
        }
        return after;
    }

    private void end(int position) {
        if (meaningful) {
            statements.add(script.substring(start, position).strip());
        }
        meaningful = false;
        body = body.next();
    }
}
