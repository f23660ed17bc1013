package io.godwit.dialect.mysql;

import io.godwit.dialect.Term;

/** Makes expressions that fail when they are evaluated: better than another answer than PostgreSQL's. */
final class Failure {

    private Failure() {}

    /**
     * Neither engine has a function that raises an error, but a double that overflows is one (1690). It depends on the text, for what
     * is constant is calculated even where nothing asks for it.
     */
    static String of(Term text) {
        return "EXP(1000 + CHAR_LENGTH(" + text.sql() + "))";
    }
}
