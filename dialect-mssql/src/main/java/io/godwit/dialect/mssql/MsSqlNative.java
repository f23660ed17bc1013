package io.godwit.dialect.mssql;

import io.godwit.operation.EngineSql;
import io.godwit.schema.ColumnType;
import io.godwit.schema.NativeType;
import java.util.Map;

/** Types that an author, or another tool, wrote in SQL Server's own words. */
final class MsSqlNative {

    private MsSqlNative() {}

    /** A type of the database that no portable type stands for. */
    static NativeType of(String declared) {
        return new NativeType(Map.of(MsSqlDialect.ENGINE, declared));
    }

    static String physical(NativeType type, MsSqlSyntax syntax) {
        String own = type.types().get(MsSqlDialect.ENGINE);
        return own != null ? own : syntax.type(portable(type));
    }

    /** What a column of the type is: the portable type that stands for every engine, or the type itself. */
    static ColumnType meaning(ColumnType type) {
        return type instanceof NativeType given && !given.types().containsKey(MsSqlDialect.ENGINE)
                ? portable(given)
                : type;
    }

    private static ColumnType portable(NativeType type) {
        String universal = type.types().get(EngineSql.UNIVERSAL);
        if (universal == null) {
            throw Refusal.of(
                    "the type " + type,
                    "it names no type for this engine and none that is universal",
                    "add the key \"sqlserver\" or \"universal\" to \"native\"");
        }
        return ColumnType.parse(universal);
    }
}
