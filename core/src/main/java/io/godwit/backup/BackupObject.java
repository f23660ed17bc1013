package io.godwit.backup;

import io.godwit.history.ObjectKind;
import io.godwit.schema.TableName;
import java.util.List;
import java.util.Objects;

/**
 * A view or sequence in a backup. Immutable.
 *
 * @param kind which
 * @param name its name
 * @param statements that make it again
 */
public record BackupObject(ObjectKind kind, TableName name, List<String> statements) {

    public BackupObject {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        statements = List.copyOf(statements);
    }
}
