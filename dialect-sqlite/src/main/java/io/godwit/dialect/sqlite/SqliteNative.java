package io.godwit.dialect.sqlite;

import io.godwit.dialect.SqlSyntax;
import io.godwit.dialect.ValueType;
import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.operation.EngineSql;
import io.godwit.schema.ColumnType;
import io.godwit.schema.NativeType;
import java.util.Locale;
import java.util.Map;

/** Types that an author, or another tool, wrote in SQLite's own words. */
final class SqliteNative {

    private SqliteNative() {}

    /** A type of the database that no portable type stands for. */
    static NativeType of(String declared) {
        return new NativeType(Map.of(SqliteDialect.ENGINE, declared));
    }

    static String physical(NativeType type, SqlSyntax syntax) {
        String own = type.types().get(SqliteDialect.ENGINE);
        return own != null ? own : syntax.type(portable(type));
    }

    /** What a column of the type is: the portable type that stands for every engine, or the type itself. */
    static ColumnType meaning(ColumnType type) {
        return type instanceof NativeType given && !given.types().containsKey(SqliteDialect.ENGINE)
                ? portable(given)
                : type;
    }

    /**
     * What its values are to an expression: whole numbers or texts where the affinity of the declared type says so; of others, such as
     * DATETIME, nothing is known, for tools keep texts or numbers in them as they like (https://sqlite.org/datatype3.html#determination_of_column_affinity).
     */
    static ValueType values(NativeType type) {
        String declared = String.valueOf(type.types().get(SqliteDialect.ENGINE)).toUpperCase(Locale.ROOT);
        if (declared.contains("INT")) {
            return ValueType.BIGINT;
        }
        boolean text = declared.contains("CHAR") || declared.contains("CLOB") || declared.contains("TEXT");
        return text ? ValueType.of(ValueType.Kind.TEXT) : ValueType.UNKNOWN;
    }

    private static ColumnType portable(NativeType type) {
        String universal = type.types().get(EngineSql.UNIVERSAL);
        if (universal == null) {
            throw new UnsupportedByDialectException(new Unsupported(
                    SqliteDialect.ENGINE,
                    "the type " + type,
                    "it names no type for this engine and none that is universal",
                    "add the key \"sqlite\" or \"universal\" to \"native\""));
        }
        return ColumnType.parse(universal);
    }
}
