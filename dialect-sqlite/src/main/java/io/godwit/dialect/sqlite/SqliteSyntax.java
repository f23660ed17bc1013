package io.godwit.dialect.sqlite;

import io.godwit.dialect.FunctionForms;
import io.godwit.dialect.StandardSyntax;
import io.godwit.dialect.ValueType;
import io.godwit.schema.ArrayType;
import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.EnumType;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.NativeType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.TableName;
import io.godwit.schema.TimeType;
import io.godwit.schema.VarcharType;
import io.godwit.schema.VectorType;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * How SQLite writes names, literals and types.
 *
 * <p>Names stand in backticks: a name in double quotes that no column has is silently read as a text
 * (https://sqlite.org/quirks.html#dblquote), so that a misspelt column would make every row match.
 */
final class SqliteSyntax extends StandardSyntax {

    private final SqliteVersion version;

    /** Made when the first text is translated, for a syntax is made for every name; any thread's is as good. */
    private @Nullable FunctionForms forms;

    /** For names, literals and types, which are the same in all versions. */
    SqliteSyntax() {
        this(SqliteVersion.OLDEST);
    }

    SqliteSyntax(SqliteVersion version) {
        this.version = version;
    }

    @Override
    public String name(Name name) {
        return '`' + name.text().replace("`", "``") + '`';
    }

    @Override
    public ValueType valueType(ColumnType type) {
        ColumnType meaning = SqliteNative.meaning(type);
        return meaning instanceof NativeType own ? SqliteNative.values(own) : super.valueType(meaning);
    }

    @Override
    public String table(TableName name) {
        return name(name.folded());
    }

    /** SQL text ends at NUL, so a text that holds one is written as its bytes. */
    @Override
    public String text(String characters) {
        return characters.indexOf('\0') < 0
                ? super.text(characters)
                : "CAST(x'" + HexFormat.of().formatHex(characters.getBytes(StandardCharsets.UTF_8)) + "' AS TEXT)";
    }

    @Override
    public String bool(boolean value) {
        return value ? "1" : "0";
    }

    @Override
    public String literal(Literal literal, @Nullable ColumnType type) {
        SqliteLiteral value = new SqliteLiteral(literal, this);
        return literal.isNull() ? "NULL" : type == null ? value.untyped() : type.accept(value);
    }

    /** There are no locks of rows: whoever writes has the whole file. */
    @Override
    public String selectForUpdate(String column, String table, String condition) {
        return "SELECT " + column + " FROM " + table + " WHERE " + condition;
    }

    @Override
    public FunctionForms functions() {
        FunctionForms made = forms;
        if (made == null) {
            made = new SqliteFunctions(this, version);
            forms = made;
        }
        return made;
    }

    /** Affinity follows the declared name: https://sqlite.org/datatype3.html. */
    @Override
    public String visit(SimpleType type) {
        return switch (type) {
            case BOOLEAN, INTEGER -> "INTEGER";
            case SMALLINT -> "SMALLINT";
            case BIGINT -> "BIGINT";
            case REAL -> "REAL";
            case DOUBLE -> "DOUBLE";
            case BYTES -> "BLOB";
            case UUID, TEXT, DATE, TIME, TIMESTAMP, TIMESTAMPTZ, JSON -> "TEXT";
        };
    }

    @Override
    public String visit(VarcharType type) {
        return "TEXT";
    }

    /** A double keeps 15 digits; the name of the exact form holds TEXT, which gives it that affinity. */
    @Override
    public String visit(DecimalType type) {
        return (SqliteDecimal.isExact(type) ? "DECIMAL_TEXT(" : "NUMERIC(") + type.precision() + "," + type.scale()
                + ")";
    }

    @Override
    public String visit(TimeType type) {
        return "TEXT";
    }

    @Override
    public String visit(EnumType type) {
        return "TEXT";
    }

    @Override
    public String visit(ArrayType type) {
        return "TEXT";
    }

    @Override
    public String visit(VectorType type) {
        return "TEXT";
    }

    @Override
    public String visit(NativeType type) {
        return SqliteNative.physical(type, this);
    }
}
