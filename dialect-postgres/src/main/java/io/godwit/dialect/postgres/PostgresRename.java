package io.godwit.dialect.postgres;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.Statement;
import io.godwit.dialect.TableChange;
import io.godwit.operation.RenameColumn;
import io.godwit.operation.RenameTable;
import io.godwit.schema.Column;
import io.godwit.schema.Name;
import io.godwit.schema.Partition;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What has to follow a new name: the check of an enum, which is found by its name; trigger functions, which are text; partitions.
 *
 * @param table the table before; null if it is not known
 */
record PostgresRename(
        Dialect dialect,
        PostgresText text,
        @Nullable Table table,
        BiFunction<Trigger, Table, PostgresTrigger> triggers) {

    List<Statement> table(RenameTable operation) {
        List<Statement> statements = new ArrayList<>();
        TableName moved = operation.from();
        if (!operation.from().schema().equals(operation.to().schema())) {
            moved = new TableName(operation.to().schemaName(), operation.from().name());
            statements.add(move("TABLE " + text.name(operation.from()), operation.to()));
        }
        if (!moved.name().equals(operation.to().name())) {
            statements.add(Statement.of("ALTER TABLE " + text.name(moved) + " RENAME TO "
                    + text.name(operation.to().name())));
        }
        if (table != null) {
            statements.addAll(afterTable(table, operation));
        }
        return statements;
    }

    private List<Statement> afterTable(Table known, RenameTable operation) {
        List<Statement> statements = new ArrayList<>();
        for (Column column : known.columns()) {
            statements.addAll(
                    enumCheck(operation.to(), column, operation.from(), column.name(), operation.to(), column.name()));
        }
        Partition partition = known.partition();
        if (partition != null && operation.from().schema().equals(operation.to().schema())) {
            statements.addAll(new PostgresPartitions(dialect, text, known, partition).rename(operation.to()));
        }
        Table after = new TableChange(known, dialect.naming()).renamed(operation.to());
        for (int index = 0; index < after.triggers().size(); index++) {
            Trigger trigger = after.triggers().get(index);
            if (!operation.from().schema().equals(operation.to().schema())) {
                PostgresTrigger before = triggers.apply(known.triggers().get(index), known);
                statements.add(move("FUNCTION " + before.functionName() + "()", operation.to()));
            }
            if (trigger.timing() == Trigger.Timing.AFTER) {
                statements.add(triggers.apply(trigger, after).replaceFunction());
            }
        }
        return statements;
    }

    List<Statement> afterColumn(RenameColumn operation) {
        if (table == null) {
            return List.of();
        }
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
                : List.of(Statement.of("ALTER TABLE " + text.name(at) + " RENAME CONSTRAINT " + text.name(before)
                        + " TO " + text.name(after)));
    }

    /** The default schema has no fixed name, so the server puts it in. */
    private Statement move(String what, TableName to) {
        return to.schema()
                .map(schema -> Statement.of("ALTER " + what + " SET SCHEMA " + text.name(schema)))
                .orElseGet(() -> Statement.of("DO $godwit$ BEGIN EXECUTE "
                        + dialect.syntax().text("ALTER " + what + " SET SCHEMA ")
                        + " || quote_ident(current_schema()); END $godwit$"));
    }
}
