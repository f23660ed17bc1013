package io.godwit.dialect.sqlite;

import io.godwit.dialect.CanonicalTime;
import io.godwit.dialect.PortableWords;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.NativeType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.VarcharType;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides the portable type of one column by its declared type and its values: https://sqlite.org/datatype3.html. For one use.
 */
final class DeclaredType {

    private static final Pattern LENGTH = Pattern.compile("\\((\\d+)\\)");
    private static final Pattern DIGITS = Pattern.compile("(?:NUMERIC|DECIMAL|NUMBER|MONEY)\\((\\d+),(\\d+)\\)");
    private static final Pattern OFFSET = Pattern.compile(".*[T ]\\d\\d:.*(?:[Zz]|[+-]\\d\\d(?::?\\d\\d)?)");

    /** SQLite's real is a double, and keeps so many digits of a decimal. */
    private static final int EXACT_DIGITS = 15;

    private final Column column;
    private final StoredValues values;
    private final StoredValues.Summary summary;
    private final String declared;
    private String note = "";

    DeclaredType(Column column, StoredValues values) {
        this.column = column;
        this.values = values;
        this.summary = values.of(column);
        this.declared = column.type() instanceof NativeType type
                ? String.valueOf(type.types().get(SqliteDialect.ENGINE)).toUpperCase(Locale.ROOT)
                : "";
    }

    /** What a person should know of the decision, after {@link #type}; empty for nothing. */
    String note() {
        return note;
    }

    ColumnType type() throws SQLException {
        ColumnType known = column.type();
        if (known instanceof NativeType) {
            return byWords();
        }
        if (known instanceof DecimalType decimal) {
            return decimal(decimal, known.toString());
        }
        if (!(known instanceof SimpleType simple)) {
            return known;
        }
        return switch (simple) {
            case SMALLINT, INTEGER, BIGINT -> whole(simple, known.toString());
            case REAL, DOUBLE -> number(SimpleType.DOUBLE, known.toString());
            case TEXT -> summary.onlyTexts() ? known : byValues("text");
            case BYTES -> summary.onlyBlobs() ? known : byValues("blob");
            default -> known;
        };
    }

    /** In the order in which SQLite decides, but for words that say more than it knows. */
    private ColumnType byWords() throws SQLException {
        if (declared.startsWith("BOOL")) {
            boolean truth = summary.none() || (summary.onlyWholes() && summary.within(0, 1));
            return truth ? SimpleType.BOOLEAN : byValues(declared);
        }
        if (declared.startsWith("JSON")) {
            boolean documents = summary.onlyTexts() && values.areDocuments(column);
            return documents ? SimpleType.JSON : byValues(declared);
        }
        if (declared.startsWith("DATE") || declared.startsWith("TIME")) {
            return time();
        }
        if (declared.contains("INT")) {
            return whole(
                    declared.contains("BIG") || declared.contains("8") ? SimpleType.BIGINT : SimpleType.INTEGER,
                    declared);
        }
        if (declared.contains("CHAR") || declared.contains("CLOB") || declared.contains("TEXT")) {
            return text();
        }
        if (declared.contains("REAL") || declared.contains("FLOA") || declared.contains("DOUB")) {
            return number(SimpleType.DOUBLE, declared);
        }
        Matcher digits = DIGITS.matcher(declared);
        if (digits.matches()) {
            return decimal(digits);
        }
        return byValues(declared);
    }

    private ColumnType text() {
        if (!summary.onlyTexts()) {
            return byValues(declared);
        }
        Matcher length = LENGTH.matcher(declared);
        if (!length.find()) {
            return SimpleType.TEXT;
        }
        try {
            VarcharType type = new VarcharType(Integer.parseInt(length.group(1)));
            return summary.length() <= type.length() ? type : noted(declared, SimpleType.TEXT, "has longer texts");
        } catch (IllegalArgumentException tooLong) {
            return SimpleType.TEXT;
        }
    }

    private ColumnType whole(SimpleType wanted, String words) {
        if (!summary.onlyWholes()) {
            return summary.onlyNumbers() ? noted(words, SimpleType.DOUBLE, "has fractions") : byValues(words);
        }
        boolean fits = switch (wanted) {
            case SMALLINT -> summary.within(Short.MIN_VALUE, Short.MAX_VALUE);
            case INTEGER -> summary.within(Integer.MIN_VALUE, Integer.MAX_VALUE);
            default -> true;
        };
        return fits ? wanted : noted(words, SimpleType.BIGINT, "has larger numbers");
    }

    private ColumnType number(SimpleType wanted, String words) {
        return summary.onlyNumbers() ? wanted : byValues(words);
    }

    private ColumnType decimal(Matcher digits) throws SQLException {
        try {
            return decimal(
                    new DecimalType(Integer.parseInt(digits.group(1)), Integer.parseInt(digits.group(2))), declared);
        } catch (IllegalArgumentException outOfRange) {
            return byValues(declared);
        }
    }

    private ColumnType decimal(DecimalType wanted, String words) throws SQLException {
        if (SqliteDecimal.isExact(wanted) && !(column.type() instanceof NativeType)) {
            return wanted;
        }
        if (!summary.onlyNumbers()) {
            return byValues(words);
        }
        return summary.none() || (wanted.precision() <= EXACT_DIGITS && values.fit(column, wanted))
                ? wanted
                : noted(words, summary.reals() ? SimpleType.DOUBLE : SimpleType.BIGINT, "has other numbers");
    }

    private ColumnType time() throws SQLException {
        boolean day = declared.equals("DATE");
        boolean clock = declared.equals("TIME");
        if (summary.none()) {
            return day ? SimpleType.DATE : clock ? SimpleType.TIME : SimpleType.TIMESTAMP;
        }
        if (summary.onlyTexts()) {
            if (day && values.all(column, text -> is(text, SimpleType.DATE))) {
                return SimpleType.DATE;
            }
            if (clock && values.all(column, text -> is(text, SimpleType.TIME))) {
                return SimpleType.TIME;
            }
            if (values.all(column, text -> !OFFSET.matcher(text).matches() && is(text, SimpleType.TIMESTAMP))) {
                return day ? noted(declared, SimpleType.TIMESTAMP, "has times of the day") : SimpleType.TIMESTAMP;
            }
            if (values.all(column, text -> OFFSET.matcher(text).matches() && is(text, SimpleType.TIMESTAMPTZ))) {
                return SimpleType.TIMESTAMPTZ;
            }
        }
        return byValues(declared);
    }

    private static boolean is(String text, SimpleType type) {
        try {
            return !CanonicalTime.canonical(text, type).isEmpty();
        } catch (IllegalArgumentException another) {
            return false;
        }
    }

    /** The type that has room for all values that there are. */
    private ColumnType byValues(String words) {
        if (summary.none()) {
            return words.isEmpty() || words.equals("BLOB")
                    ? SimpleType.BYTES
                    : noted(words, SimpleType.TEXT, "is empty");
        }
        if (summary.onlyBlobs()) {
            return noted(words, SimpleType.BYTES, "has bytes");
        }
        if (summary.blobs()) {
            note = "is declared as " + words + " and has bytes beside other values: other engines get text";
            return PortableWords.elsewhere(SqliteNative.of(words.isEmpty() ? "BLOB" : words), "text");
        }
        if (summary.onlyTexts()) {
            return noted(words, SimpleType.TEXT, "has texts");
        }
        if (summary.texts()) {
            return noted(words, SimpleType.TEXT, "has numbers and texts");
        }
        return noted(words, summary.reals() ? SimpleType.DOUBLE : SimpleType.BIGINT, "has numbers");
    }

    private ColumnType noted(String words, ColumnType type, String why) {
        note = "is declared as " + (words.isEmpty() ? "nothing" : words) + " and " + why + ": it is " + type
                + " in the package";
        return type;
    }
}
