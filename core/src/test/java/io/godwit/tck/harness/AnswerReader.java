package io.godwit.tck.harness;

import io.godwit.schema.ColumnType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.format.DateTimeParseException;

/** Reads answers as texts that are equal on every engine when the values are. */
final class AnswerReader {

    /** What PostgreSQL has no answer to, or one outside the years 1 to 9999. */
    static final String NONE = "!";

    private static final MathContext DIGITS_OF_A_DOUBLE = new MathContext(14);

    private AnswerReader() {}

    static String read(ResultSet result, int column, String kind) throws SQLException {
        String text = result.getString(column);
        if (text == null) {
            return "NULL";
        }
        try {
            return read(result, column, kind, text);
        } catch (DateTimeParseException | IllegalArgumentException otherForm) {
            return "no " + kind + ": " + text;
        }
    }

    private static String read(ResultSet result, int column, String kind, String text) throws SQLException {
        return switch (kind) {
            // An engine that keeps decimals as doubles means the shortest digits that say the double.
            case "decimal" ->
                plain(
                        result.getObject(column) instanceof Double value
                                ? BigDecimal.valueOf(value)
                                : new BigDecimal(text));
            case "double" -> floating(text);
            case "ascii", "text" -> "'" + inOneLine(text) + "'";
            case "json" -> inOneLine(new JsonText(text).canonical());
            case "integer", "bigint" -> new BigDecimal(text).toPlainString();
            case "date", "timestamp", "timestamptz" -> moment(result, column, kind, text);
            default -> ColumnType.parse(kind).accept(new ValueReader(result, column));
        };
    }

    /**
     * Whether an engine may raise an error, though it must not give another answer: where a number has more than fifteen digits, and
     * where JSON objects and lists become texts.
     */
    static boolean mayFail(String answer, String kind) {
        return switch (kind) {
            case "decimal", "bigint" ->
                answer.chars().filter(Character::isDigit).count() > 15;
            case "text" -> answer.startsWith("'{") || answer.startsWith("'[");
            default -> false;
        };
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String floating(String text) {
        double value = Double.parseDouble(text);
        return Double.isFinite(value)
                ? new BigDecimal(value)
                        .round(DIGITS_OF_A_DOUBLE)
                        .stripTrailingZeros()
                        .toString()
                : text;
    }

    private static String moment(ResultSet result, int column, String kind, String text) {
        boolean beyond = text.endsWith("BC") || text.indexOf('-') > 4 || text.contains("infinity");
        return beyond ? NONE : ColumnType.parse(kind).accept(new ValueReader(result, column));
    }

    private static String inOneLine(String text) {
        return text.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\t", "\\t")
                .replace("|", "\\p");
    }
}
