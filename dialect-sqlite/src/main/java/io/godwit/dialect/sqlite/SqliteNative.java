package io.godwit.dialect.sqlite;

import io.godwit.dialect.SqlSyntax;
import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.operation.EngineSql;
import io.godwit.schema.ColumnType;
import io.godwit.schema.NativeType;
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
