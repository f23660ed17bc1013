package io.godwit.dialect.postgres;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.Statement;
import io.godwit.dialect.TableChange;
import io.godwit.operation.RenameColumn;
import io.godwit.operation.RenameTable;
import io.godwit.schema.Column;
import io.godwit.schema.Constraint;
import io.godwit.schema.Name;
import io.godwit.schema.Partition;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * What has to follow a new name: the check of an enum, which is found by its name; trigger functions, which are text; partitions.
 *
 * @param table the table before
 */
record PostgresRename(
        Dialect dialect, PostgresText text, Table table, BiFunction<Trigger, Table, PostgresTrigger> triggers) {

    List<Statement> afterTable(RenameTable operation) {
        List<Statement> statements = new ArrayList<>();
        for (Column column : table.columns()) {
            statements.addAll(
                    enumCheck(operation.to(), column, operation.from(), column.name(), operation.to(), column.name()));
        }
        Partition partition = table.partition();
        if (partition != null) {
            statements.addAll(new PostgresPartitions(dialect, text, table, partition).rename(operation.to()));
        }
        Table after = new TableChange(table, dialect.naming()).renamed(operation.to());
        statements.addAll(constraints(after));
        after.triggers().stream()
                .filter(trigger -> trigger.timing() == Trigger.Timing.AFTER)
                .forEach(
                        trigger -> statements.add(triggers.apply(trigger, after).replaceFunction()));
        return statements;
    }

    /** A schema has each name of a key only once, for its index has it too. */
    private List<Statement> constraints(Table after) {
        List<Name> former = constraintNames(table);
        List<Name> names = constraintNames(after);
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (!former.get(i).equals(names.get(i))) {
                statements.add(renameConstraint(after.name(), former.get(i), names.get(i)));
            }
        }
        return statements;
    }

    private static List<Name> constraintNames(Table table) {
        PrimaryKey key = table.primaryKey();
        return Stream.of(
                        key == null ? Stream.<Constraint>empty() : Stream.of(key),
                        table.uniques().stream(),
                        table.foreignKeys().stream(),
                        table.checks().stream())
                .flatMap(constraints -> constraints)
                .flatMap(constraint -> Stream.ofNullable(constraint.name()))
                .toList();
    }

    List<Statement> afterColumn(RenameColumn operation) {
        List<Statement> statements = new ArrayList<>();
        table.column(operation.from())
                .ifPresent(column -> statements.addAll(enumCheck(
                        operation.table(), column, table.name(), operation.from(), table.name(), operation.to())));
        Table after = new TableChange(table, dialect.naming()).after(operation);
        for (int index = 0; index < after.triggers().size(); index++) {
            Trigger trigger = after.triggers().get(index);
            if (!trigger.equals(table.triggers().get(index)) || trigger.timing() == Trigger.Timing.AFTER) {
                statements.add(triggers.apply(trigger, after).replaceFunction());
            }
        }
        return statements;
    }

    private List<Statement> enumCheck(
            TableName at, Column column, TableName fromTable, Name fromColumn, TableName toTable, Name toColumn) {
        Name before = dialect.naming().enumCheck(fromTable, fromColumn);
        Name after = dialect.naming().enumCheck(toTable, toColumn);
        return PostgresEnum.of(column.type()).isEmpty() || before.equals(after)
                ? List.of()
                : List.of(renameConstraint(at, before, after));
    }

    private Statement renameConstraint(TableName at, Name before, Name after) {
        return Statement.of(
                "ALTER TABLE " + text.name(at) + " RENAME CONSTRAINT " + text.name(before) + " TO " + text.name(after));
    }
}
