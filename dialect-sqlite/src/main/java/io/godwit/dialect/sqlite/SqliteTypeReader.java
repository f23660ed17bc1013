package io.godwit.dialect.sqlite;

import io.godwit.dialect.sqlite.ParsedColumn.ParsedCheck;
import io.godwit.schema.ArrayType;
import io.godwit.schema.CharType;
import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.EnumType;
import io.godwit.schema.Name;
import io.godwit.schema.SimpleType;
import io.godwit.schema.TimeType;
import io.godwit.schema.VarcharType;
import io.godwit.schema.VectorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Knows a column's type by the check that {@link SqliteTypeCheck} wrote: the parameters are taken from the text, the check of that
 * type is written again, and if the two are the same, that is the type.
 */
final class SqliteTypeReader {

    private static final List<SimpleType> SIMPLE_TEXTS = List.of(
            SimpleType.TIMESTAMPTZ,
            SimpleType.UUID,
            SimpleType.JSON,
            SimpleType.DATE,
            SimpleType.TIMESTAMP,
            SimpleType.TIME);

    private final ParsedColumn column;
    private final boolean identity;
    private final SqliteTypeCheck written;
    private @Nullable ParsedCheck check;

    SqliteTypeReader(ParsedColumn column, boolean identity) {
        this.column = column;
        this.identity = identity;
        this.written = new SqliteTypeCheck(new SqliteSyntax(), Name.of(column.name()));
    }

    /** The check that is part of the type; null for none, and before {@link #type}. */
    @Nullable
    ParsedCheck check() {
        return check;
    }

    ColumnType type() {
        for (ParsedCheck candidate : column.checks()) {
            ColumnType type = type(candidate);
            if (type != null) {
                check = candidate;
                return type;
            }
        }
        return identity ? SimpleType.BIGINT : declared(column.declared());
    }

    private @Nullable ColumnType type(ParsedCheck candidate) {
        String declared = column.declared().toUpperCase(Locale.ROOT);
        List<String> form = form(candidate.condition());
        if (candidate.name() != null) {
            boolean named = declared.equals("TEXT") && candidate.name().endsWith("_enum");
            return named ? matching(form, this::enumType) : null;
        }
        return switch (declared) {
            case "TEXT" -> text(form);
            case "INTEGER" -> identity ? range(form) : simple(form, SimpleType.BOOLEAN);
            default -> null;
        };
    }

    private @Nullable ColumnType range(List<String> form) {
        for (SimpleType type : List.of(SimpleType.SMALLINT, SimpleType.INTEGER)) {
            String condition = written.ofIdentity(type);
            if (condition != null && form(condition).equals(form)) {
                return type;
            }
        }
        return null;
    }

    private @Nullable ColumnType text(List<String> form) {
        for (SimpleType type : SIMPLE_TEXTS) {
            if (simple(form, type) != null) {
                return type;
            }
        }
        List<Function<List<String>, @Nullable ColumnType>> guesses =
                List.of(this::varchar, this::charType, this::time, this::enumType, this::array, this::vector);
        for (Function<List<String>, @Nullable ColumnType> guess : guesses) {
            ColumnType type = matching(form, guess);
            if (type != null) {
                return type;
            }
        }
        return null;
    }

    private @Nullable ColumnType simple(List<String> form, SimpleType type) {
        return matching(form, tokens -> type);
    }

    /** What the guess says, if that type's check has this form. */
    private @Nullable ColumnType matching(List<String> form, Function<List<String>, @Nullable ColumnType> guess) {
        ColumnType type;
        try {
            type = guess.apply(form);
        } catch (IllegalArgumentException e) {
            return null;
        }
        String condition = type == null ? null : type.accept(written);
        return condition != null && form(condition).equals(form) ? type : null;
    }

    private @Nullable ColumnType varchar(List<String> form) {
        return new VarcharType(Integer.parseInt(form.get(form.size() - 1)));
    }

    private @Nullable ColumnType charType(List<String> form) {
        return new CharType(Integer.parseInt(form.get(form.size() - 1)));
    }

    /** As many digits as the pattern at the end has places for them. */
    private @Nullable ColumnType time(List<String> form) {
        if (form.size() < 4) {
            return null;
        }
        String pattern = form.get(form.size() - 1);
        int digits = pattern.split("0-9", -1).length - 1;
        SimpleType kind = pattern.endsWith("Z'")
                ? SimpleType.TIMESTAMPTZ
                : form.get(form.size() - 4).equals("9") ? SimpleType.TIME : SimpleType.TIMESTAMP;
        return TimeType.of(kind, digits);
    }

    private @Nullable ColumnType vector(List<String> form) {
        return new VectorType(Integer.parseInt(form.get(form.size() - 1)));
    }

    private @Nullable ColumnType enumType(List<String> form) {
        List<String> values = new ArrayList<>();
        for (Token token : Lexer.tokens(String.join(" ", form))) {
            if (token.kind() == Token.Kind.STRING) {
                values.add(token.value());
            }
        }
        return new EnumType(values);
    }

    private @Nullable ColumnType array(List<String> form) {
        String last = form.get(form.size() - 1);
        boolean marked = last.startsWith("/* of ") && last.endsWith(" */");
        return marked ? new ArrayType(ColumnType.parse(last.substring(6, last.length() - 3))) : null;
    }

    /** Tokens with the column's name, however it is written, as a question mark, and key words in upper case. */
    private List<String> form(String condition) {
        return Lexer.tokens(condition).stream()
                .map(token -> token.names(column.name())
                        ? "?"
                        : token.kind() == Token.Kind.WORD ? token.text().toUpperCase(Locale.ROOT) : token.text())
                .toList();
    }

    /** A type without a check. What Godwit would not write is kept in its own words, for its values follow other rules. */
    static ColumnType declared(String words) {
        String declared = words.toUpperCase(Locale.ROOT);
        return switch (declared) {
            case "" -> SqliteNative.of("BLOB");
            case "INTEGER", "INT" -> SimpleType.INTEGER;
            case "SMALLINT" -> SimpleType.SMALLINT;
            case "BIGINT" -> SimpleType.BIGINT;
            case "REAL" -> SimpleType.REAL;
            case "DOUBLE", "DOUBLE PRECISION" -> SimpleType.DOUBLE;
            case "TEXT" -> SimpleType.TEXT;
            case "BLOB" -> SimpleType.BYTES;
            default -> decimal(words, declared);
        };
    }

    private static ColumnType decimal(String words, String declared) {
        boolean exact = declared.startsWith("DECIMAL_TEXT(");
        if (exact || declared.startsWith("NUMERIC(") || declared.startsWith("DECIMAL(")) {
            try {
                ColumnType type = ColumnType.parse("decimal" + declared.substring(declared.indexOf('(')));
                if (type instanceof DecimalType decimal && SqliteDecimal.isExact(decimal) == exact) {
                    return type;
                }
            } catch (IllegalArgumentException e) {
                return SqliteNative.of(words);
            }
        }
        return SqliteNative.of(words);
    }
}
