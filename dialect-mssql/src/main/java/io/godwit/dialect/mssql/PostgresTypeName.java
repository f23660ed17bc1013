package io.godwit.dialect.mssql;

import io.godwit.schema.ColumnType;
import io.godwit.schema.EnumType;
import io.godwit.schema.SimpleType;

/** How universal SQL writes a type in a cast. */
final class PostgresTypeName {

    private PostgresTypeName() {}

    static String of(ColumnType type) {
        if (type instanceof EnumType) {
            return "text";
        }
        if (type == SimpleType.DOUBLE) {
            return "double precision";
        }
        return type == SimpleType.JSON ? "jsonb" : type == SimpleType.BYTES ? "bytea" : type.toString();
    }
}
