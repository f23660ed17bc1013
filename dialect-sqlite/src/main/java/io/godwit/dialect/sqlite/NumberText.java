package io.godwit.dialect.sqlite;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType;

/** Texts that become numbers: SQLite takes what is no number for 0, PostgreSQL refuses it, and so it fails here. */
final class NumberText {

    private NumberText() {}

    /** Digits, perhaps with a sign and blanks around them, of a number that the type holds: a cast takes the nearest one. */
    static Term whole(Term text, ValueType type) {
        String value = "trim(" + text.sql() + ")";
        String good = value + " GLOB '[-+0-9]*' AND substr(" + value + ", 2) NOT GLOB '*[^0-9]*' AND " + value
                + " GLOB '*[0-9]' AND " + within(value, type);
        return read(text, good, "INTEGER");
    }

    private static String within(String value, ValueType type) {
        String number = "CAST(" + value + " AS INTEGER)";
        if (type.precision() <= ValueType.INTEGER.precision()) {
            return number + " BETWEEN -2147483648 AND 2147483647";
        }
        return "(abs(" + number + " / 2) < 4611686018427387903 OR ltrim(" + value
                + ", '+0') = '9223372036854775807' OR "
                + value + " GLOB '-*' AND ltrim(" + value + ", '-0') IN ('9223372036854775806', '9223372036854775807',"
                + " '9223372036854775808') OR ltrim(" + value + ", '+0') = '9223372036854775806')";
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
