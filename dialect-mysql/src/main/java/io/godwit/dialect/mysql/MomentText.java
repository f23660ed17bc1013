package io.godwit.dialect.mysql;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Term;

/** Texts that become dates and moments: ISO 8601 alone is read, and what is none fails, as PostgreSQL's other forms do. */
final class MomentText {

    /** PostgreSQL has no year 0. */
    private static final String DAY =
            "([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";

    private static final String CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]{1,6})?";

    private MomentText() {}

    static Term date(Term text) {
        return read(text, "^" + DAY + "$", "DATE");
    }

    static Term timestamp(Term text) {
        return read(text, "^" + DAY + "([ T]" + CLOCK + ")?$", "DATETIME(6)");
    }

    /** A day that its month has not is NULL to a cast, as what is no day at all is here. */
    private static Term read(Term text, String good, String type) {
        return Term.atom("COALESCE(CASE WHEN " + text.inside(Binding.COMPARISON) + " REGEXP '" + good + "' THEN CAST("
                + text.sql() + " AS " + type + ") END, CAST(" + Failure.of(text) + " AS " + type + "))");
    }
}
