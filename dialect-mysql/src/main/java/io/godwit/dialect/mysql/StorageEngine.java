package io.godwit.dialect.mysql;

import io.godwit.dialect.SchemaView;
import io.godwit.dialect.Statement;
import io.godwit.dialect.TableChange;
import io.godwit.operation.CreateTrigger;
import io.godwit.operation.DeleteRows;
import io.godwit.operation.InsertRows;
import io.godwit.operation.Operation;
import io.godwit.operation.RenameTable;
import io.godwit.operation.Sql;
import io.godwit.operation.UpdateRows;
import io.godwit.operation.UpsertRows;
import io.godwit.schema.EngineObject;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses to write where the storage engine has no transactions: neither a batch and its checkpoint nor a statement that fails half
 * way would be whole there. A table may go, or be moved to InnoDB.
 */
final class StorageEngine {

    private static final String KIND = "storage engine";

    /** In lower case, as {@code information_schema.engines} would tell of those that are there. */
    private static final Set<String> WITHOUT_TRANSACTIONS = Set.of(
            "myisam",
            "aria",
            "maria",
            "memory",
            "heap",
            "csv",
            "archive",
            "blackhole",
            "merge",
            "mrg_myisam",
            "federated",
            "connect",
            "s3");

    private final MySqlText text;
    private final SchemaView schema;

    StorageEngine(MySqlText text, SchemaView schema) {
        this.text = text;
        this.schema = schema;
    }

    static boolean hasTransactions(String engine) {
        return !WITHOUT_TRANSACTIONS.contains(engine.toLowerCase(Locale.ROOT));
    }

    /** How a table of such an engine is kept in the schema. */
    static EngineObject of(String table, String engine) {
        return new EngineObject(
                KIND, Name.of(engine), "ALTER TABLE `" + table.replace("`", "``") + "` ENGINE = " + engine);
    }

    /** @throws io.godwit.failure.UnsupportedByDialectException if the operation writes to such a table */
    void check(Operation operation) {
        written(operation).ifPresent(this::check);
    }

    /** @throws io.godwit.failure.UnsupportedByDialectException if a statement writes to such a table or makes one */
    void check(List<Statement> statements) {
        for (Statement statement : statements) {
            WritingText writing = new WritingText(statement.sql());
            writing.engine().ifPresent(engine -> {
                throw text.refuse(
                        "ENGINE = " + engine, "it has no transactions", "InnoDB, which is there for every table");
            });
            writing.table().ifPresent(this::check);
        }
    }

    private void check(TableName table) {
        schema.table(table).stream()
                .flatMap(known -> known.others().stream())
                .filter(other -> other.kind().equals(KIND))
                .findFirst()
                .ifPresent(engine -> {
                    throw text.refuse(
                            "writing to the table " + table,
                            "its storage engine " + engine.name().text() + " has no transactions",
                            "ALTER TABLE " + text.name(table) + " ENGINE = InnoDB, in a run before this one");
                });
    }

    private static Optional<TableName> written(Operation operation) {
        if (operation instanceof InsertRows insert) {
            return Optional.of(insert.table());
        } else if (operation instanceof UpsertRows upsert) {
            return Optional.of(upsert.table());
        } else if (operation instanceof UpdateRows update) {
            return Optional.of(update.table());
        } else if (operation instanceof DeleteRows delete) {
            return Optional.of(delete.table());
        } else if (operation instanceof RenameTable rename) {
            return Optional.of(rename.from());
        } else if (operation instanceof CreateTrigger create) {
            return Optional.of(create.trigger().table());
        }
        return operation instanceof Sql ? Optional.empty() : TableChange.tableOf(operation);
    }
}
