package io.godwit.dialect.mssql;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.Statement;
import io.godwit.operation.CreateTrigger;
import io.godwit.operation.DropTrigger;
import io.godwit.operation.Operation;
import io.godwit.schema.Table;
import io.godwit.schema.Trigger;
import java.util.ArrayList;
import java.util.List;

/** Triggers that come and go: each knows the others of its table, so that these are written again. */
final class TriggerStatements {

    private final Dialect dialect;
    private final RenderContext context;

    TriggerStatements(Dialect dialect, RenderContext context) {
        this.dialect = dialect;
        this.context = context;
    }

    List<Statement> create(CreateTrigger operation, Table before) {
        Table after = after(operation, before);
        List<Statement> statements = new ArrayList<>();
        statements.add(statement(after, operation.trigger(), "CREATE TRIGGER "));
        statements.addAll(again(after, operation.trigger()));
        return statements;
    }

    List<Statement> drop(DropTrigger operation, Table before) {
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.of("DROP TRIGGER "
                + new MsSqlText(dialect, context).name(operation.table().sibling(operation.trigger()))));
        statements.addAll(again(after(operation, before)));
        return statements;
    }

    private Table after(Operation operation, Table before) {
        return KnownAfter.of(dialect, context, operation)
                .schema()
                .table(before.name())
                .orElse(before);
    }

    /** All triggers of the table as it is now. */
    List<Statement> again(Table table) {
        return table.triggers().stream()
                .map(trigger -> statement(table, trigger, "CREATE OR ALTER TRIGGER "))
                .toList();
    }

    private List<Statement> again(Table table, Trigger but) {
        return table.triggers().stream()
                .filter(trigger -> !trigger.name().equals(but.name()))
                .map(trigger -> statement(table, trigger, "CREATE OR ALTER TRIGGER "))
                .toList();
    }

    private Statement statement(Table table, Trigger trigger, String words) {
        return Statement.of(words + new MsSqlTrigger(dialect, context, table, trigger).text());
    }
}
