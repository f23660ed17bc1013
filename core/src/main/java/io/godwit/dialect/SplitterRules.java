package io.godwit.dialect;

import java.util.EnumSet;
import java.util.Set;

/**
 * How the text of a script is read, as far as finding the ends of its statements needs it. Immutable.
 *
 * @param syntax what the engine's lexer knows beyond standard SQL
 */
public record SplitterRules(Set<Syntax> syntax) {

    /** What a lexer may know beyond standard quotes, {@code --} and block comments. */
    public enum Syntax {
        /** {@code $tag$ … $tag$}. */
        DOLLAR_QUOTES,
        /** Block comments nest. */
        NESTED_COMMENTS,
        /** {@code E'…\'…'}. */
        ESCAPE_STRINGS,
        /** A backslash escapes in every string. */
        BACKSLASH_ESCAPES,
        /** Names in backticks. */
        BACKTICKS,
        /** Names in square brackets. */
        BRACKETS,
        /** Comments from {@code #} to the end of the line. */
        HASH_COMMENTS,
        /** The body of CREATE TRIGGER and its like goes from BEGIN to END with semicolons inside. */
        BLOCK_BODIES,
        /** A line with DELIMITER changes what ends a statement. */
        DELIMITER_LINES,
        /** A line with GO ends a batch; semicolons do not. */
        GO_LINES,
        /** A line with a slash alone ends a block. */
        SLASH_LINES
    }

    /** Of universal SQL, whose lexer is PostgreSQL's. */
    public static final SplitterRules UNIVERSAL =
            with(Syntax.DOLLAR_QUOTES, Syntax.NESTED_COMMENTS, Syntax.ESCAPE_STRINGS);

    public static final SplitterRules STANDARD = new SplitterRules(EnumSet.noneOf(Syntax.class));

    public SplitterRules {
        syntax = Set.copyOf(syntax);
    }

    public static SplitterRules with(Syntax first, Syntax... rest) {
        return new SplitterRules(EnumSet.of(first, rest));
    }

    public boolean knows(Syntax feature) {
        return syntax.contains(feature);
    }
}
