package io.godwit.dialect.mysql;

import io.godwit.dialect.StandardSyntax;
import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.schema.ArrayType;
import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.EnumType;
import io.godwit.schema.Name;
import io.godwit.schema.NativeType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.TableName;
import io.godwit.schema.VarcharType;
import io.godwit.schema.VectorType;
import java.util.Map;

/** MySQL's names, literals and types. Stateless and thread-safe. */
class MySqlSyntax extends StandardSyntax {

    private final ServerVersion version;

    MySqlSyntax(ServerVersion version) {
        this.version = version;
    }

    @Override
    public String name(Name name) {
        return '`' + name.text().replace("`", "``") + '`';
    }

    /** A schema is a database here, so it is folded into the name. */
    @Override
    public String table(TableName name) {
        return name(Name.of(name.schema().map(schema -> schema.text() + "_").orElse("")
                + name.name().text()));
    }

    @Override
    public String text(String characters) {
        return super.text(characters.replace("\\", "\\\\"));
    }

    @Override
    public String visit(SimpleType type) {
        return switch (type) {
            case UUID -> "char(36) CHARACTER SET ascii";
            case BOOLEAN -> "tinyint(1)";
            case SMALLINT -> "smallint";
            case INTEGER -> "int";
            case BIGINT -> "bigint";
            case REAL -> "float";
            case DOUBLE -> "double";
            case TEXT -> "longtext";
            case BYTES -> "longblob";
            case DATE -> "date";
            case TIME -> "time(6)";
            case TIMESTAMP, TIMESTAMPTZ -> "datetime(6)";
            case JSON -> "json";
        };
    }

    @Override
    public String visit(VarcharType type) {
        return "varchar(" + type.length() + ")";
    }

    @Override
    public String visit(DecimalType type) {
        return "decimal(" + type.precision() + ", " + type.scale() + ")";
    }

    @Override
    public String visit(EnumType type) {
        int longest = type.values().stream()
                .mapToInt(value -> value.codePointCount(0, value.length()))
                .max()
                .orElse(1);
        return "varchar(" + longest + ")";
    }

    @Override
    public String visit(ArrayType type) {
        return "json";
    }

    @Override
    public String visit(VectorType type) {
        return version.atLeast(9, 0, 0) ? "vector(" + type.dimensions() + ")" : "json";
    }

    @Override
    public String visit(NativeType type) {
        Map<String, String> types = type.types();
        String own = types.get(MySqlDialect.ENGINE);
        if (own != null) {
            return own;
        }
        String universal = types.get("universal");
        if (universal == null) {
            throw new UnsupportedByDialectException(new Unsupported(
                    MySqlDialect.ENGINE,
                    "the type " + type,
                    "it names no type for this engine",
                    "add the key \"mysql\" or \"universal\""));
        }
        return type(ColumnType.parse(universal));
    }
}
