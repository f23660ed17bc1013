package io.godwit.dialect.sqlite;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.SchemaState;
import io.godwit.dialect.Statement;
import io.godwit.operation.CreateTable;
import io.godwit.operation.DropTrigger;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Index;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.Trigger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tables with what belongs to them: indexes, triggers, and what is SQLite's alone. */
final class TableStatements {

    private final Dialect dialect;
    private final RenderContext context;

    TableStatements(Dialect dialect, RenderContext context) {
        this.dialect = dialect;
        this.context = context;
    }

    List<Statement> create(CreateTable operation) {
        SchemaState state = new SchemaState(context.schema(), dialect);
        state.apply(operation);
        RenderContext after = new RenderContext(state, context.translator(), context.typeMapping(), context.notes());
        Table table = operation.table().normalised(dialect.naming());
        for (ForeignKey key : table.foreignKeys()) {
            new ReferencedKey(dialect, state).check(table, key);
        }
        if (table.partition() != null) {
            context.notes().accept("SQLite has no partitions: " + table.name() + " is a plain table.");
        }
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.of(new SqliteTableText(dialect, after).createTable(table, operation.ifNotExists())));
        new TableStatements(dialect, after)
                .parts(table, operation.ifNotExists()).stream()
                        .map(Statement::of)
                        .forEach(statements::add);
        return statements;
    }

    /** The statements that make a table's indexes and triggers, portable or not. */
    List<String> parts(Table table, boolean ifNotExists) {
        List<String> parts = new ArrayList<>();
        for (Index index : table.indexes()) {
            parts.add(new IndexStatements(dialect, context).text(table.name(), index, ifNotExists));
        }
        table.others().stream().filter(other -> !other.isOption()).forEach(other -> parts.add(other.sql()));
        triggers(table).values().forEach(parts::addAll);
        return parts;
    }

    /** What makes the triggers what they are in the schema now, where that differs from what they were. */
    List<Statement> triggersAfter(Table before, RenderContext then) {
        Map<Name, List<String>> old = new TableStatements(dialect, then).triggers(before);
        Table after = context.schema().table(before.name()).orElse(before);
        List<Statement> statements = new ArrayList<>();
        triggers(after).forEach((name, texts) -> {
            if (!texts.equals(old.get(name))) {
                before.triggers().stream()
                        .filter(trigger -> trigger.name().equals(name))
                        .forEach(trigger -> statements.addAll(drop(trigger)));
                texts.forEach(text -> statements.add(Statement.of(text)));
            }
        });
        return statements;
    }

    /** Drops one trigger, and makes the others anew where they were told of its columns. */
    List<Statement> dropTrigger(DropTrigger operation, RenderContext then) {
        TableName table = operation.table();
        List<Statement> statements = new ArrayList<>();
        then.schema()
                .table(table)
                .flatMap(before -> before.triggers().stream()
                        .filter(trigger -> trigger.name().equals(operation.trigger()))
                        .findFirst())
                .ifPresentOrElse(
                        trigger -> statements.addAll(drop(trigger)),
                        () -> statements.add(
                                Statement.of("DROP TRIGGER " + dialect.syntax().name(operation.trigger()))));
        then.schema().table(table).ifPresent(before -> statements.addAll(triggersAfter(before, then)));
        return statements;
    }

    private Map<Name, List<String>> triggers(Table table) {
        Map<Name, List<String>> texts = new LinkedHashMap<>();
        table.triggers()
                .forEach(trigger ->
                        texts.put(trigger.name(), new SqliteTrigger(dialect, context, table, trigger).create()));
        return texts;
    }

    private List<Statement> drop(Trigger trigger) {
        return SqliteTrigger.names(trigger).stream()
                .map(name -> Statement.of("DROP TRIGGER " + dialect.syntax().name(name)))
                .toList();
    }
}
