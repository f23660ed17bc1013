package io.godwit.dialect.mssql;

import io.godwit.dialect.Impact;
import io.godwit.dialect.SchemaView;
import io.godwit.dialect.StandardImpact;
import io.godwit.operation.AddCheck;
import io.godwit.operation.AddColumn;
import io.godwit.operation.AddForeignKey;
import io.godwit.operation.AddPrimaryKey;
import io.godwit.operation.AddUnique;
import io.godwit.operation.ChangeType;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.DropNotNull;
import io.godwit.operation.DropPrimaryKey;
import io.godwit.operation.Operation;
import io.godwit.operation.RenameColumn;
import io.godwit.operation.SetNotNull;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.Optional;

/**
 * What SQL Server does under ALTER TABLE's schema modification lock, which keeps readers out too (manual, ALTER TABLE, ALTER COLUMN and
 * "Adding NOT NULL columns as an online operation"; CREATE INDEX).
 */
final class MsSqlImpact extends StandardImpact {

    private static final String EDITION = " under the key \"sqlserver\", where the edition is Enterprise";

    /** A primary key is the clustered index: the table itself in another order. */
    @Override
    public Impact of(Operation operation, SchemaView before) {
        Impact own = operation instanceof AddPrimaryKey ? Impact.REWRITE : super.of(operation, before);
        if (operation instanceof SetNotNull change) {
            return worse(own, held(before, change.table(), change.column()));
        } else if (operation instanceof DropNotNull change) {
            return worse(own, held(before, change.table(), change.column()));
        } else if (operation instanceof ChangeType change) {
            Impact converted = change.using() == null ? own : Impact.REWRITE;
            return worse(converted, held(before, change.table(), change.column()));
        } else if (operation instanceof RenameColumn change) {
            return before.table(change.table())
                    .map(table -> new ColumnImpact(table, change.from()).renamed())
                    .orElse(Impact.SCAN);
        } else if (operation instanceof DropPrimaryKey drop) {
            return before.table(drop.table())
                    .map(table -> table.indexes().isEmpty() && table.uniques().isEmpty() ? Impact.BRIEF : Impact.SCAN)
                    .orElse(Impact.SCAN);
        }
        return own;
    }

    private static Impact held(SchemaView before, TableName table, Name column) {
        return before.table(table)
                .map(known -> new ColumnImpact(known, column).restated())
                .orElse(Impact.REWRITE);
    }

    private static Impact worse(Impact one, Impact other) {
        return one.isAtLeast(other) ? one : other;
    }

    /** Only the Enterprise edition keeps a constant for the rows that are there, and only for some types: others write every row. */
    @Override
    protected Impact addedColumn(Column column) {
        boolean reads = column.unique()
                || column.references() != null
                || TypeCheck.mustBeRemembered(MsSqlNative.meaning(column.type()));
        Impact own = column.defaultValue() == null ? super.addedColumn(column) : Impact.REWRITE;
        own = column.primaryKey() ? Impact.REWRITE : own;
        return reads ? worse(own, Impact.SCAN) : own;
    }

    @Override
    protected Impact changedType(ColumnType from, ColumnType to) {
        return TypeImpact.of(MsSqlNative.meaning(from), MsSqlNative.meaning(to));
    }

    /** Godwit makes every index in the migration's transaction, which no online one is for. */
    @Override
    protected Impact index(CreateIndex create) {
        return Impact.SCAN;
    }

    @Override
    public Optional<String> gentler(Operation operation) {
        if (operation instanceof AddForeignKey || operation instanceof AddCheck) {
            return Optional.of(
                    "ADD it WITH NOCHECK under the key \"sqlserver\", which reads no row, then WITH CHECK CHECK CONSTRAINT"
                            + " in a quiet hour");
        } else if (operation instanceof CreateIndex
                || operation instanceof AddUnique
                || operation instanceof AddPrimaryKey) {
            return Optional.of("WITH (ONLINE = ON)" + EDITION);
        } else if (operation instanceof SetNotNull || operation instanceof ChangeType) {
            return Optional.of("ALTER COLUMN … WITH (ONLINE = ON)" + EDITION);
        } else if (operation instanceof AddColumn) {
            return Optional.of("add the column without it, set the default, then fill the rows in batches");
        }
        return Optional.empty();
    }
}
