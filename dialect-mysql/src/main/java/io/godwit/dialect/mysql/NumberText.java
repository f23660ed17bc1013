package io.godwit.dialect.mysql;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Term;

/** Texts that become numbers: a cast takes what stands before the first character that is no digit, and here that fails. */
final class NumberText {

    private NumberText() {}

    /** Digits, perhaps with a sign and blanks around them; DIV fails where a cast takes the nearest number. */
    static Term whole(Term text) {
        return read(text, "^ *[-+]?[0-9]+ *$", "CAST(" + text.sql() + " AS DECIMAL(65)) DIV 1");
    }

    /** The same with a point or an exponent. */
    static Term number(Term text, String value) {
        return read(text, "^ *[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)? *$", value);
    }

    private static Term read(Term text, String good, String value) {
        return Term.atom("CASE WHEN " + text.inside(Binding.COMPARISON) + " REGEXP '" + good + "' THEN " + value
                + " WHEN " + text.inside(Binding.COMPARISON) + " IS NOT NULL THEN CAST(" + Failure.of(text)
                + " AS SIGNED) END");
    }
}
