package io.godwit.universal;

import io.godwit.schema.ColumnType;
import io.godwit.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * A type as a column's definition names it.
 *
 * @param type what the column is
 * @param serial whether the engine numbers the rows
 * @param name of the plugin's own enumeration or domain; null for a type of PostgreSQL
 * @param defined what that is; null with {@code name}
 */
record DeclaredType(
        ColumnType type,
        boolean serial,
        @Nullable TableName name,
        @Nullable DefinedType defined) {

    static DeclaredType of(ColumnType type) {
        return new DeclaredType(type, false, null, null);
    }
}
