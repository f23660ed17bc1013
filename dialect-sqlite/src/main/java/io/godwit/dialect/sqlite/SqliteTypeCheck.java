package io.godwit.dialect.sqlite;

import io.godwit.dialect.SqlSyntax;
import io.godwit.schema.ArrayType;
import io.godwit.schema.CharType;
import io.godwit.schema.ColumnType;
import io.godwit.schema.ColumnTypeVisitor;
import io.godwit.schema.DecimalType;
import io.godwit.schema.EnumType;
import io.godwit.schema.Name;
import io.godwit.schema.NativeType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.TimeType;
import io.godwit.schema.VarcharType;
import io.godwit.schema.VectorType;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The condition of the CHECK that is part of a column's type: it keeps out what is no value of the type, and by its exact form
 * {@link SqliteTypeReader} knows the type again. Null for a type that needs none.
 */
final class SqliteTypeCheck implements ColumnTypeVisitor<@Nullable String> {

    /** Normalises, and so tells the 30th of February from a date. */
    private static final String SAME = ", '+0 days')";

    private final SqlSyntax syntax;
    private final String column;

    SqliteTypeCheck(SqlSyntax syntax, Name column) {
        this.syntax = syntax;
        this.column = syntax.name(column);
    }

    /** A numbered column is INTEGER whatever its type, so that only its range tells. */
    @Nullable
    String ofIdentity(ColumnType type) {
        if (type == SimpleType.SMALLINT) {
            return column + " BETWEEN " + Short.MIN_VALUE + " AND " + Short.MAX_VALUE;
        }
        return type == SimpleType.INTEGER
                ? column + " BETWEEN " + Integer.MIN_VALUE + " AND " + Integer.MAX_VALUE
                : null;
    }

    @Override
    public @Nullable String visit(SimpleType type) {
        return switch (type) {
            case BOOLEAN -> column + " IN (0, 1)";
            case UUID ->
                column + " GLOB '????????-????-????-????-????????????' AND length(replace(" + column
                        + ", '-', '')) = 32 AND " + column + " NOT GLOB '*[^0-9a-f-]*'";
            case JSON -> json();
            case DATE -> column + " IS date(" + column + SAME;
            case TIME, TIMESTAMP, TIMESTAMPTZ -> time(type, TimeType.MOST_DIGITS);
            case SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, TEXT, BYTES -> null;
        };
    }

    /** With zeros for the digits that are not kept, so that the order of the texts stays that of the times. */
    @Override
    public String visit(TimeType type) {
        return time(type.kind(), type.digits());
    }

    private String time(SimpleType kind, int digits) {
        String start = kind == SimpleType.TIME ? clock("time(", 8) : clock("strftime('%Y-%m-%dT%H:%M:%S', ", 19);
        String zeros = "0".repeat(TimeType.MOST_DIGITS - digits);
        return start + "." + "[0-9]".repeat(digits) + zeros + (kind == SimpleType.TIMESTAMPTZ ? "Z'" : "'");
    }

    private String clock(String function, int seconds) {
        String start = "substr(" + column + ", 1, " + seconds + ")";
        return start + " IS " + function + start + SAME + " AND substr(" + column + ", " + (seconds + 1) + ") GLOB '";
    }

    @Override
    public String visit(VarcharType type) {
        return "length(" + column + ") <= " + type.length();
    }

    /** Without blanks at its end, which say nothing. */
    @Override
    public String visit(CharType type) {
        return column + " = rtrim(" + column + ") AND length(" + column + ") <= " + type.length();
    }

    @Override
    public @Nullable String visit(DecimalType type) {
        return null;
    }

    @Override
    public String visit(EnumType type) {
        return column + " IN (" + type.values().stream().map(syntax::text).collect(Collectors.joining(", ")) + ")";
    }

    /** What the elements are, nothing but the comment says. */
    @Override
    public String visit(ArrayType type) {
        return list() + " /* of " + type.element() + " */";
    }

    @Override
    public String visit(VectorType type) {
        return list() + " AND json_array_length(" + column + ") = " + type.dimensions();
    }

    @Override
    public @Nullable String visit(NativeType type) {
        ColumnType meaning = SqliteNative.meaning(type);
        return meaning instanceof NativeType ? null : meaning.accept(this);
    }

    /** Before SQLite 3.41 json_valid(NULL) is 0, not NULL. */
    private String json() {
        return column + " IS NULL OR json_valid(" + column + ")";
    }

    private String list() {
        return json() + " AND json_type(" + column + ") = 'array'";
    }
}
