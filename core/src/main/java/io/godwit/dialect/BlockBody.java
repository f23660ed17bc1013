package io.godwit.dialect;

import io.godwit.dialect.SplitterRules.Syntax;
import java.util.Locale;
import java.util.Set;

/** Follows the words of one statement and knows whether a semicolon at hand stands in the body of a routine. For one thread. */
final class BlockBody {

    private static final Set<String> ROUTINES = Set.of("TRIGGER", "PROCEDURE", "FUNCTION", "EVENT", "PACKAGE", "TYPE");

    /** What END closes without having been counted: IF and its like open with the same word that follows their END. */
    private static final Set<String> UNCOUNTED = Set.of("IF", "LOOP", "WHILE", "REPEAT", "FOR");

    private static final int LAST_WORD_OF_KIND = 6;

    private final SplitterRules rules;
    private boolean delimited;
    private int words;
    private boolean creates;
    private boolean routine;
    private boolean slashed;
    private int depth;
    private String last = "";

    BlockBody(SplitterRules rules) {
        this.rules = rules;
    }

    /** For the next statement of the script. */
    BlockBody next() {
        BlockBody next = new BlockBody(rules);
        next.delimited = delimited;
        return next;
    }

    /** A client that was told another delimiter needs no BEGIN and END to find the end of a body. */
    void closedBy(String delimiter) {
        delimited = !delimiter.equals(";");
    }

    /** Whether the next word can still matter: only what is created has a body, and its first words say so. */
    boolean listens() {
        return words == 0 || slashed || (creates && (routine || words < LAST_WORD_OF_KIND));
    }

    void word(String text) {
        String word = text.toUpperCase(Locale.ROOT);
        words++;
        if (words == 1) {
            creates = word.equals("CREATE");
            slashed = rules.knows(Syntax.SLASH_LINES) && (word.equals("BEGIN") || word.equals("DECLARE"));
        }
        if (creates && depth == 0 && words <= LAST_WORD_OF_KIND && ROUTINES.contains(word)) {
            routine = true;
            slashed = rules.knows(Syntax.SLASH_LINES);
        }
        if (routine && (rules.knows(Syntax.BLOCK_BODIES) || depth > 0 || isAtomic(word))) {
            count(word);
        }
        last = word;
    }

    /** A semicolon or another character between words. */
    void symbol(char character) {
        if (!Character.isWhitespace(character)) {
            last = "";
        }
    }

    boolean isOpen() {
        return !delimited && (depth > 0 || slashed);
    }

    /** PostgreSQL's body of SQL statements, the one that needs no quotes. */
    private boolean isAtomic(String word) {
        return word.equals("ATOMIC") && last.equals("BEGIN");
    }

    private void count(String word) {
        boolean closes = last.equals("END");
        if (closes && UNCOUNTED.contains(word)) {
            depth++;
        } else if (word.equals("END")) {
            depth = Math.max(0, depth - 1);
        } else if (word.equals("BEGIN") || (word.equals("CASE") && !closes)) {
            depth++;
        } else if (isAtomic(word) && !rules.knows(Syntax.BLOCK_BODIES)) {
            depth++;
        }
    }
}
