package io.godwit.dialect;

/**
 * How tightly the outermost operator of a text binds, from loosest to tightest, in the order that all engines share.
 *
 * <p>What engines order differently has one rank ({@link #OPERATOR}) and is put in brackets wherever it stands inside another
 * operator; within a rank, operators of equal standing are read from left to right.
 */
public enum Binding {
    OR,
    AND,
    NOT,
    /** Comparisons, IS, IN, BETWEEN and LIKE. */
    COMPARISON,
    /** {@code ||} and every other operator of no rank of its own. */
    OPERATOR,
    /** Plus and minus. */
    SUM,
    /** Times, divided by, modulo. */
    PRODUCT,
    /** Names, literals, calls, CASE and what has brackets. */
    ATOM,
    /** EXISTS, and what has brackets and is true or false: as tight as a name, but on some engines no value. */
    CONDITION
}
