package io.godwit.plan;

import io.godwit.dialect.TableChange;
import io.godwit.operation.AddCheck;
import io.godwit.operation.AddColumn;
import io.godwit.operation.AddForeignKey;
import io.godwit.operation.AddPrimaryKey;
import io.godwit.operation.AddUnique;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.DropColumn;
import io.godwit.operation.Operation;
import io.godwit.operation.SetNotNull;
import io.godwit.schema.Column;
import io.godwit.schema.Naming;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.util.ArrayList;
import java.util.List;

/** Brings a dropped column back with all that went with it, but for its values. */
final class DroppedColumn {

    private final Table table;
    private final Column column;
    private final Table without;
    private final String engine;

    DroppedColumn(Table table, Column column, String engine) {
        this.table = table;
        this.column = column;
        this.engine = engine;
        this.without = table.columns().size() == 1
                ? table
                : new TableChange(table, new Naming(Integer.MAX_VALUE))
                        .after(new DropColumn(table.name(), column.name(), false));
    }

    Inverse inverse() {
        TableName name = table.name();
        if (!fillable() && isKey()) {
            return Inverse.none(
                    "the values of " + name + "." + column.name()
                            + " are gone, and its rows cannot have a neutral one: it is NOT NULL, without a default, and a key");
        }
        List<Operation> operations = new ArrayList<>(column());
        PrimaryKey key = table.primaryKey();
        if (key != null && without.primaryKey() == null) {
            operations.add(new AddPrimaryKey(name, key));
        }
        table.uniques().stream()
                .filter(unique -> !without.uniques().contains(unique))
                .forEach(unique -> operations.add(new AddUnique(name, unique)));
        table.foreignKeys().stream()
                .filter(foreignKey -> !without.foreignKeys().contains(foreignKey))
                .forEach(foreignKey -> operations.add(new AddForeignKey(name, foreignKey)));
        table.checks().stream()
                .filter(check -> !without.checks().contains(check))
                .forEach(check -> operations.add(new AddCheck(name, check)));
        table.indexes().stream()
                .filter(index -> !without.indexes().contains(index))
                .forEach(index -> operations.add(new CreateIndex(name, index, false, false)));
        table.others().stream()
                .filter(other -> !without.others().contains(other))
                .forEach(other -> operations.add(TableParts.sql(other, engine)));
        return Inverse.lossy("the values of " + name + "." + column.name() + " are gone", operations);
    }

    /** A NOT NULL column without a default comes back with a neutral value in the rows that are there. */
    private List<Operation> column() {
        boolean fillable =
                column.nullable() || column.defaultValue() != null || column.identity() || column.generated() != null;
        return fillable
                ? List.of(new AddColumn(table.name(), column, false))
                : List.of(
                        new AddColumn(table.name(), column.withNullable(true), false),
                        new SetNotNull(
                                table.name(), column.name(), column.type().accept(new NeutralValue())));
    }

    private boolean fillable() {
        return column.nullable() || column.defaultValue() != null || column.identity() || column.generated() != null;
    }

    private boolean isKey() {
        return table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column.name()))
                || table.uniques().stream().anyMatch(key -> key.columns().contains(column.name()))
                || (table.primaryKey() != null && table.primaryKey().columns().contains(column.name()));
    }
}
