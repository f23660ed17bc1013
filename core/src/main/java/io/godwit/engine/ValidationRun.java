package io.godwit.engine;

import io.godwit.plan.ValidationScript;
import io.godwit.schema.Literal;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Runs the SELECT of a validation and compares what it returns. */
final class ValidationRun {

    private final Session session;
    private final ValidationScript script;

    ValidationRun(Session session, ValidationScript script) {
        this.session = session;
        this.script = script;
    }

    /** What was found instead of what is expected; empty if it holds. */
    String mismatch() throws SQLException {
        return session.query(statement -> {
            statement.setMaxRows(2);
            try (ResultSet rows = statement.executeQuery(script.sql())) {
                return compare(rows);
            }
        });
    }

    private String compare(ResultSet rows) throws SQLException {
        boolean any = rows.next();
        String value = any ? rows.getString(1) : null;
        return switch (script.validation().expect()) {
            case EMPTY -> any ? "it returned a row that begins with " + value + ", and none was expected" : "";
            case NON_EMPTY -> any ? "" : "it returned no row";
            case TRUE ->
                any && isTrue(value) ? "" : "it returned " + (any ? value : "no row") + ", and true was expected";
            case VALUE ->
                any && equalsExpected(value)
                        ? ""
                        : "it returned " + (any ? value : "no row") + ", and "
                                + expected().text() + " was expected";
        };
    }

    private Literal expected() {
        Literal value = script.validation().value();
        return value == null ? Literal.NULL : value;
    }

    private boolean equalsExpected(@Nullable String value) {
        Literal expected = expected();
        if (value == null) {
            return expected.isNull();
        }
        return switch (expected.kind()) {
            case NULL -> false;
            case BOOLEAN -> isTrue(value) == Boolean.parseBoolean(expected.text());
            case NUMBER -> isNumber(value) && new BigDecimal(value).compareTo(new BigDecimal(expected.text())) == 0;
            case TEXT, JSON -> value.equals(expected.text());
        };
    }

    private static boolean isTrue(@Nullable String value) {
        if (value == null) {
            return false;
        }
        return switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "t", "true" -> true;
            case "f", "false", "" -> false;
            default -> isNumber(value) && new BigDecimal(value.strip()).signum() != 0;
        };
    }

    private static boolean isNumber(String value) {
        return value.strip().matches("[+-]?[0-9]{1,40}(\\.[0-9]{0,40})?([eE][+-]?[0-9]{1,3})?");
    }
}
