package io.godwit.history;

import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.Objects;

/**
 * The name of a thing of the database. Immutable.
 *
 * @param kind what it is
 * @param object the table, view, sequence or schema, as documents write it
 * @param part the column, index, constraint or trigger of the table; empty for the whole
 */
public record ObjectName(ObjectKind kind, String object, String part) {

    public ObjectName {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(part, "part");
    }

    public static ObjectName of(ObjectKind kind, TableName object) {
        return new ObjectName(kind, object.toString(), "");
    }

    public static ObjectName of(ObjectKind kind, TableName table, Name part) {
        return new ObjectName(kind, table.toString(), part.text());
    }

    /** Such as {@code table crm.contacts} or {@code index by_name of crm.contacts}. */
    @Override
    public String toString() {
        return part.isEmpty() ? kind + " " + object : kind + " " + part + " of " + object;
    }
}
