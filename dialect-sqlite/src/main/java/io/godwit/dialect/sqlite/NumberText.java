package io.godwit.dialect.sqlite;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Term;

/** Texts that become numbers: SQLite takes what is no number for 0, PostgreSQL refuses it, and so it fails here. */
final class NumberText {

    private NumberText() {}

    /** Digits, perhaps with a sign and blanks around them. */
    static Term whole(Term text) {
        String value = "trim(" + text.sql() + ")";
        String good = value + " GLOB '[-+0-9]*' AND substr(" + value + ", 2) NOT GLOB '*[^0-9]*' AND " + value
                + " GLOB '*[0-9]'";
        return read(text, good, "INTEGER");
    }

    /** The same with one point, or a number as JSON writes it. */
    static Term number(Term text, String type) {
        String value = "trim(" + text.sql() + ")";
        String digits = "replace(substr(" + value + ", 1 + (" + value + " GLOB '[-+]*')), '.', '')";
        String good = value + " GLOB '*[0-9]*' AND (" + digits + " NOT GLOB '*[^0-9]*' AND " + value
                + " NOT GLOB '*.*.*' OR " + value + " GLOB '[-0-9]*' AND json_valid(" + value + "))";
        return read(text, good, type);
    }

    private static Term read(Term text, String good, String type) {
        return Term.atom("CASE WHEN " + good + " THEN CAST(" + text.sql() + " AS " + type + ") WHEN "
                + text.inside(Binding.COMPARISON) + " IS NOT NULL THEN " + Failure.of("the text is no number")
                + " END");
    }
}
