package io.godwit.dialect.sqlite;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Term;

/** Texts that become dates and moments: ISO 8601 alone is read, and what is none fails, as PostgreSQL's other forms do. */
final class MomentText {

    private static final String DAY = "'[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'";

    private MomentText() {}

    static Term date(Term text) {
        return read(
                text,
                text.sql() + " GLOB " + DAY + " AND " + text.sql() + " NOT GLOB '0000*' AND date(" + text.sql() + ") = "
                        + text.atom(),
                text.sql(),
                "date");
    }

    static Term timestamp(Term text) {
        String written = text.sql();
        String clock = "substr(" + written + " || substr(' 00:00:00', 1 + 9 * (length(" + written + ") > 10)), 12)";
        String whole = "substr(" + written + ", 1, 10) || 'T' || substr(" + clock + " || CASE length(" + clock
                + ") WHEN 8 THEN '.' ELSE '' END || '000000', 1, 15)";
        String good = "substr(" + written + ", 1, 10) GLOB " + DAY + " AND " + text.atom()
                + " NOT GLOB '0000*' AND date(substr(" + written
                + ", 1, 10)) = substr("
                + written + ", 1, 10) AND substr(" + written + ", 11, 1) IN ('', ' ', 'T') AND length(" + written
                + ") IN (10, 19, 21, 22, 23, 24, 25, 26) AND time(substr(" + clock + ", 1, 8)) = substr(" + clock
                + ", 1, 8) AND substr(" + clock + ", 10) NOT GLOB '*[^0-9]*' AND substr(" + clock
                + ", 9, 1) IN ('', '.')";
        return read(text, good, whole, "timestamp");
    }

    private static Term read(Term text, String good, String value, String type) {
        return Term.atom("CASE WHEN " + good + " THEN " + value + " WHEN " + text.inside(Binding.COMPARISON)
                + " IS NOT NULL THEN " + Failure.of("no " + type + " in ISO 8601") + " END");
    }
}
