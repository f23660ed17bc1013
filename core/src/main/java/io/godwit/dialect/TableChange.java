package io.godwit.dialect;

import io.godwit.operation.AddCheck;
import io.godwit.operation.AddColumn;
import io.godwit.operation.AddForeignKey;
import io.godwit.operation.AddPrimaryKey;
import io.godwit.operation.AddUnique;
import io.godwit.operation.ChangeType;
import io.godwit.operation.CommentOn;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.CreateTrigger;
import io.godwit.operation.DropColumn;
import io.godwit.operation.DropConstraint;
import io.godwit.operation.DropDefault;
import io.godwit.operation.DropIndex;
import io.godwit.operation.DropNotNull;
import io.godwit.operation.DropPrimaryKey;
import io.godwit.operation.DropTrigger;
import io.godwit.operation.Operation;
import io.godwit.operation.RenameColumn;
import io.godwit.operation.RenameIndex;
import io.godwit.operation.SetDefault;
import io.godwit.operation.SetNotNull;
import io.godwit.schema.Column;
import io.godwit.schema.Name;
import io.godwit.schema.Naming;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What one table looks like after an operation on it. Immutable. */
public final class TableChange {

    private final Table table;
    private final Naming naming;

    /**
     * Changes of one table.
     *
     * @param table the table before, normalised
     */
    public TableChange(Table table, Naming naming) {
        this.table = table;
        this.naming = naming;
    }

    /** The one table that an operation alters; empty for those that make, drop or rename a table, and for rows and SQL text. */
    public static Optional<TableName> tableOf(Operation operation) {
        return Optional.ofNullable(operation.accept(new AlteredTable()));
    }

    /** The table after; the same if the operation does not alter tables. */
    public Table after(Operation operation) {
        if (operation instanceof AddColumn add) {
            return addColumn(add);
        } else if (operation instanceof DropColumn drop) {
            return new ColumnRemoval(table, drop.column()).after();
        } else if (operation instanceof RenameColumn rename) {
            return new ColumnRename(table, rename.from(), rename.to()).after();
        } else if (operation instanceof ChangeType change) {
            return column(change.column(), column -> column.withType(change.type()));
        } else if (operation instanceof SetNotNull set) {
            return column(set.column(), column -> column.withNullable(false));
        } else if (operation instanceof DropNotNull drop) {
            return column(drop.column(), column -> column.withNullable(true));
        } else if (operation instanceof SetDefault set) {
            return column(set.column(), column -> column.withDefaultValue(set.defaultValue()));
        } else if (operation instanceof DropDefault drop) {
            return column(drop.column(), column -> column.withDefaultValue(null));
        } else if (operation instanceof CommentOn comment) {
            return comment(comment);
        }
        return afterConstraint(operation);
    }

    private Table afterConstraint(Operation operation) {
        if (operation instanceof AddPrimaryKey add) {
            return table.withPrimaryKey(add.key()).normalised(naming);
        } else if (operation instanceof DropPrimaryKey) {
            return table.withPrimaryKey(null);
        } else if (operation instanceof AddForeignKey add) {
            return table.withForeignKeys(with(table.foreignKeys(), naming.name(table.name(), add.key())));
        } else if (operation instanceof AddUnique add) {
            return table.withUniques(with(table.uniques(), naming.name(table.name(), add.key())));
        } else if (operation instanceof AddCheck add) {
            return table.withChecks(with(table.checks(), naming.name(table.name(), add.check())));
        } else if (operation instanceof DropConstraint drop) {
            return dropConstraint(drop.constraint());
        }
        return afterIndexOrTrigger(operation);
    }

    private Table afterIndexOrTrigger(Operation operation) {
        if (operation instanceof CreateIndex create) {
            return table.withIndexes(with(table.indexes(), naming.name(table.name(), create.index())));
        } else if (operation instanceof DropIndex drop) {
            return table.withIndexes(
                            without(table.indexes(), index -> drop.index().equals(index.name())))
                    .withUniques(without(table.uniques(), unique -> drop.index().equals(unique.name())));
        } else if (operation instanceof RenameIndex rename) {
            return table.withIndexes(table.indexes().stream()
                            .map(index -> rename.from().equals(index.name()) ? index.withName(rename.to()) : index)
                            .toList())
                    .withUniques(table.uniques().stream()
                            .map(unique -> rename.from().equals(unique.name()) ? unique.named(rename.to()) : unique)
                            .toList());
        } else if (operation instanceof CreateTrigger create) {
            return table.withTriggers(with(table.triggers(), create.trigger()));
        } else if (operation instanceof DropTrigger drop) {
            return table.withTriggers(
                            without(table.triggers(), trigger -> trigger.name().equals(drop.trigger())))
                    .withOthers(without(table.others(), other -> other.name().equals(drop.trigger())));
        }
        return table;
    }

    /** The table under another name, with its triggers, and with the names that follow it. */
    public Table renamed(TableName to) {
        return new FollowingNames(table, to, naming)
                .table()
                .withName(to)
                .withTriggers(table.triggers().stream()
                        .map(trigger -> new Trigger(
                                trigger.name(), to, trigger.timing(), trigger.events(), trigger.set(), trigger.when()))
                        .toList());
    }

    private Table addColumn(AddColumn add) {
        if (table.column(add.column().name()).isPresent()) {
            return table;
        }
        Table alone = Table.of(table.name(), List.of(add.column())).normalised(naming);
        Table grown = table.withColumns(with(table.columns(), alone.columns().get(0)))
                .withUniques(concat(table.uniques(), alone.uniques()))
                .withForeignKeys(concat(table.foreignKeys(), alone.foreignKeys()))
                .withChecks(concat(table.checks(), alone.checks()));
        return alone.primaryKey() == null ? grown : grown.withPrimaryKey(alone.primaryKey());
    }

    private Table comment(CommentOn comment) {
        Name name = comment.column();
        return name == null
                ? table.withComment(comment.comment())
                : column(name, column -> column.withComment(comment.comment()));
    }

    private Table dropConstraint(Name name) {
        PrimaryKey primaryKey = table.primaryKey();
        return table.withPrimaryKey(primaryKey != null && name.equals(primaryKey.name()) ? null : primaryKey)
                .withUniques(without(table.uniques(), unique -> name.equals(unique.name())))
                .withForeignKeys(without(table.foreignKeys(), key -> name.equals(key.name())))
                .withChecks(without(table.checks(), check -> name.equals(check.name())))
                .withOthers(without(
                        table.others(), other -> other.kind().equals("constraint") && name.equals(other.name())));
    }

    private Table column(Name name, UnaryOperator<Column> change) {
        return table.withColumns(table.columns().stream()
                .map(column -> column.name().equals(name) ? change.apply(column) : column)
                .toList());
    }

    private static <T> List<T> with(List<T> list, T last) {
        return concat(list, List.of(last));
    }

    private static <T> List<T> concat(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static <T> List<T> without(List<T> list, Predicate<T> gone) {
        return list.stream().filter(gone.negate()).toList();
    }
}
