package io.godwit.dialect;

import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.Objects;

/**
 * A foreign key as it is, to be dropped and made again. Immutable.
 *
 * @param table whose it is
 * @param name its name
 * @param drop the statement that drops it
 * @param add the statement that makes it again
 */
public record LinkStatements(TableName table, Name name, String drop, String add) {

    public LinkStatements {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(drop, "drop");
        Objects.requireNonNull(add, "add");
    }
}
