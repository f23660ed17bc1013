package io.godwit.plan;

import io.godwit.dialect.TableChange;
import io.godwit.operation.DropTable;
import io.godwit.operation.Operation;
import io.godwit.operation.RenameTable;
import io.godwit.schema.TableName;
import java.util.Optional;

/** The table that an operation alters, renames or drops. Stateless. */
public final class Touched {

    private Touched() {}

    /** Empty for what makes a table, for rows and for SQL text. */
    public static Optional<TableName> by(Operation operation) {
        if (operation instanceof DropTable drop) {
            return Optional.of(drop.table());
        } else if (operation instanceof RenameTable rename) {
            return Optional.of(rename.from());
        }
        return TableChange.tableOf(operation);
    }
}
