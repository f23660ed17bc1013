package io.godwit.engine;

import io.godwit.dialect.SchemaView;
import io.godwit.operation.AddCheck;
import io.godwit.operation.AddColumn;
import io.godwit.operation.AddForeignKey;
import io.godwit.operation.AddPrimaryKey;
import io.godwit.operation.AddUnique;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.CreateTable;
import io.godwit.operation.CreateTrigger;
import io.godwit.operation.CreateView;
import io.godwit.operation.DropColumn;
import io.godwit.operation.DropConstraint;
import io.godwit.operation.DropIndex;
import io.godwit.operation.DropPrimaryKey;
import io.godwit.operation.DropTable;
import io.godwit.operation.DropTrigger;
import io.godwit.operation.DropView;
import io.godwit.operation.Operation;
import io.godwit.operation.RenameColumn;
import io.godwit.operation.RenameIndex;
import io.godwit.operation.RenameTable;
import io.godwit.schema.Constraint;
import io.godwit.schema.Index;
import io.godwit.schema.Name;
import io.godwit.schema.Naming;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.UniqueKey;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether what an operation makes, drops or renames is made, dropped or renamed. For what can be done twice without harm, such as
 * stating a column's type, the answer is no.
 */
record OperationEffect(SchemaView live, Naming naming) {

    boolean isThere(Operation operation) {
        if (operation instanceof CreateTable create) {
            return hasTable(create.table().name());
        }
        if (operation instanceof DropTable drop) {
            return !hasTable(drop.table());
        }
        if (operation instanceof RenameTable rename) {
            return !hasTable(rename.from()) && hasTable(rename.to());
        }
        if (operation instanceof CreateView create) {
            return live.view(create.view().name()).isPresent();
        }
        if (operation instanceof DropView drop) {
            return live.view(drop.view()).isEmpty();
        }
        return ofColumn(operation) || ofConstraint(operation) || ofIndex(operation);
    }

    private boolean ofColumn(Operation operation) {
        if (operation instanceof AddColumn add) {
            return hasColumn(add.table(), add.column().name());
        }
        if (operation instanceof DropColumn drop) {
            return !hasColumn(drop.table(), drop.column());
        }
        return operation instanceof RenameColumn rename
                && !hasColumn(rename.table(), rename.from())
                && hasColumn(rename.table(), rename.to());
    }

    private boolean ofConstraint(Operation operation) {
        if (operation instanceof AddPrimaryKey add) {
            return live.table(add.table())
                    .filter(table -> table.primaryKey() != null)
                    .isPresent();
        }
        if (operation instanceof DropPrimaryKey drop) {
            return live.table(drop.table())
                    .filter(table -> table.primaryKey() == null)
                    .isPresent();
        }
        if (operation instanceof AddUnique add) {
            return hasConstraint(
                    add.table(), naming.name(add.table(), add.key()).name());
        }
        if (operation instanceof AddForeignKey add) {
            return hasConstraint(
                    add.table(), naming.name(add.table(), add.key()).name());
        }
        if (operation instanceof AddCheck add) {
            return hasConstraint(
                    add.table(), naming.name(add.table(), add.check()).name());
        }
        return operation instanceof DropConstraint drop && !hasConstraint(drop.table(), drop.constraint());
    }

    private boolean ofIndex(Operation operation) {
        if (operation instanceof CreateIndex create) {
            return hasIndex(
                    create.table(), naming.name(create.table(), create.index()).name());
        }
        if (operation instanceof DropIndex drop) {
            return !hasIndex(drop.table(), drop.index());
        }
        if (operation instanceof RenameIndex rename) {
            return !hasIndex(rename.table(), rename.from()) && hasIndex(rename.table(), rename.to());
        }
        if (operation instanceof CreateTrigger create) {
            return hasTrigger(create.trigger().table(), create.trigger().name());
        }
        return operation instanceof DropTrigger drop && !hasTrigger(drop.table(), drop.trigger());
    }

    private boolean hasTable(TableName name) {
        return live.table(name).isPresent();
    }

    private boolean hasColumn(TableName table, Name column) {
        return live.table(table).flatMap(known -> known.column(column)).isPresent();
    }

    private boolean hasConstraint(TableName table, @Nullable Name name) {
        return live.table(table).stream()
                .flatMap(OperationEffect::constraints)
                .anyMatch(constraint -> name != null && name.equals(constraint.name()));
    }

    private static Stream<Constraint> constraints(Table table) {
        return Stream.of(
                        Optional.ofNullable(table.primaryKey()).stream(),
                        table.uniques().stream(),
                        table.foreignKeys().stream(),
                        table.checks().stream())
                .flatMap(all -> all);
    }

    /** A unique constraint counts, for not every catalog tells it from a unique index. */
    private boolean hasIndex(TableName table, @Nullable Name name) {
        return live.table(table).stream()
                .flatMap(known -> Stream.concat(
                        known.indexes().stream().map(Index::name),
                        known.uniques().stream().map(UniqueKey::name)))
                .anyMatch(index -> name != null && name.equals(index));
    }

    private boolean hasTrigger(TableName table, Name name) {
        return live.table(table).stream()
                .flatMap(known -> known.triggers().stream())
                .anyMatch(trigger -> name.equals(trigger.name()));
    }
}
