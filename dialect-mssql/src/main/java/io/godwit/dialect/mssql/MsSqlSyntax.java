package io.godwit.dialect.mssql;

import io.godwit.dialect.FunctionForms;
import io.godwit.dialect.StandardSyntax;
import io.godwit.schema.ArrayType;
import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.EnumType;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.NativeType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.VarcharType;
import io.godwit.schema.VectorType;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How SQL Server writes names, literals and types. */
final class MsSqlSyntax extends StandardSyntax {

    /** More characters than this make an NVARCHAR(MAX). */
    static final int LONGEST_VARCHAR = 4000;

    /** Compares by code unit, and so exactly. */
    static final String EXACT = " COLLATE Latin1_General_100_BIN2";

    /**
     * Where a literal must be cut: a backslash at the end of a line makes the two lines one (manual page "\ (Line Continuation)"), and
     * a line that is a command to sqlcmd would be taken for it.
     */
    private static final Pattern CUT = Pattern.compile("(?<=\\\\)(?=\\r?\\n)|(?<=\\n)(?=[ \\t]*(?i:go\\b|:|!!))");

    private final FunctionForms forms;

    MsSqlSyntax(MsSqlVersion version) {
        this.forms = new MsSqlFunctions(this, version);
    }

    @Override
    public String name(Name name) {
        return '[' + name.text().replace("]", "]]") + ']';
    }

    @Override
    public String text(String characters) {
        String[] parts = CUT.split(characters, -1);
        if (parts.length == 1) {
            return literal(characters);
        }
        StringBuilder text = new StringBuilder("(CAST(" + literal(parts[0]) + " AS NVARCHAR(MAX))");
        for (int index = 1; index < parts.length; index++) {
            text.append(" + ").append(literal(parts[index]));
        }
        return text.append(')').toString();
    }

    private static String literal(String characters) {
        return "N'" + characters.replace("'", "''") + "'";
    }

    @Override
    public String bool(boolean value) {
        return value ? "1" : "0";
    }

    @Override
    public String literal(Literal literal, @Nullable ColumnType type) {
        MsSqlLiteral value = new MsSqlLiteral(literal, this);
        return literal.isNull() ? "NULL" : type == null ? value.untyped() : type.accept(value);
    }

    @Override
    public String selectForUpdate(String column, String table, String condition) {
        return "SELECT " + column + " FROM " + table + " WITH (UPDLOCK) WHERE " + condition;
    }

    @Override
    public FunctionForms functions() {
        return forms;
    }

    @Override
    public String visit(SimpleType type) {
        return switch (type) {
            case BOOLEAN -> "BIT";
            case SMALLINT -> "SMALLINT";
            case INTEGER -> "INT";
            case BIGINT -> "BIGINT";
            case REAL -> "REAL";
            case DOUBLE -> "FLOAT";
            case TEXT, JSON -> "NVARCHAR(MAX)";
            case BYTES -> "VARBINARY(MAX)";
            case UUID -> "UNIQUEIDENTIFIER";
            case DATE -> "DATE";
            case TIME -> "TIME(6)";
            case TIMESTAMP -> "DATETIME2(6)";
            case TIMESTAMPTZ -> "DATETIMEOFFSET(6)";
        };
    }

    @Override
    public String visit(VarcharType type) {
        return type.length() > LONGEST_VARCHAR ? "NVARCHAR(MAX)" : "NVARCHAR(" + type.length() + ")";
    }

    @Override
    public String visit(DecimalType type) {
        if (type.precision() > 38) {
            throw Refusal.of("the type " + type, "SQL Server keeps 38 digits", "decimal(38, s) or less");
        }
        return "DECIMAL(" + type.precision() + "," + type.scale() + ")";
    }

    /** As long as its longest value; a check keeps all others out. */
    @Override
    public String visit(EnumType type) {
        int longest = type.values().stream().mapToInt(String::length).max().orElse(1);
        return visit(new VarcharType(Math.max(1, longest)));
    }

    @Override
    public String visit(ArrayType type) {
        return "NVARCHAR(MAX)";
    }

    @Override
    public String visit(VectorType type) {
        return "NVARCHAR(MAX)";
    }

    @Override
    public String visit(NativeType type) {
        return MsSqlNative.physical(type, this);
    }
}
