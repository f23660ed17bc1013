package io.godwit.dialect;

import io.godwit.schema.TableName;
import java.util.Objects;

/**
 * Something that a plan will do and for which an engine may want a privilege. Immutable.
 *
 * @param act what is done
 * @param object the table, view, sequence or schema that it is done to or that it makes, under the name that the engine
 *     {@linkplain Dialect#known knows}
 * @param ownGround whether the plan itself makes, before, what the privilege would be asked of: the table, or the schema of what is made
 */
public record PrivilegeNeed(Act act, TableName object, boolean ownGround) {

    /** What is done. */
    public enum Act {
        CREATE_TABLE,
        CREATE_VIEW,
        CREATE_SEQUENCE,
        CREATE_SCHEMA,
        /** A table, its columns, constraints or indexes are changed. */
        ALTER_TABLE,
        RENAME_TABLE,
        DROP_TABLE,
        DROP_VIEW,
        DROP_SEQUENCE,
        DROP_SCHEMA,
        CREATE_TRIGGER,
        DROP_TRIGGER,
        /** A foreign key refers to the table. */
        REFER_TO,
        INSERT_ROWS,
        UPDATE_ROWS,
        DELETE_ROWS
    }

    public PrivilegeNeed {
        Objects.requireNonNull(act, "act");
        Objects.requireNonNull(object, "object");
    }
}
