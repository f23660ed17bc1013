package io.godwit.dialect;

import io.godwit.operation.AddForeignKey;
import io.godwit.operation.CreateSequence;
import io.godwit.operation.CreateTable;
import io.godwit.operation.CreateView;
import io.godwit.operation.Operation;
import io.godwit.schema.EngineObject;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Name;
import io.godwit.schema.Sequence;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the portable records say, through the engine's own renderer: all that there is to say where the engine keeps no more. */
public class StandardDefinitions implements TableDefinitions {

    private final Dialect dialect;

    public StandardDefinitions(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public TableDefinition of(Connection connection, Table table) throws SQLException {
        List<Operation> links = new ArrayList<>();
        table.foreignKeys().forEach(key -> links.add(new AddForeignKey(table.name(), key)));
        Table alone = table.withForeignKeys(List.of()).withOthers(options(table));
        List<String> finish = table.others().stream()
                .filter(other -> !other.isOption())
                .map(EngineObject::sql)
                .toList();
        return new TableDefinition(List.of(), render(List.of(new CreateTable(alone, false))), finish, render(links));
    }

    private static List<EngineObject> options(Table table) {
        return table.others().stream().filter(EngineObject::isOption).toList();
    }

    @Override
    public List<String> of(Connection connection, View view) {
        List<String> statements = new ArrayList<>(render(List.of(new CreateView(view, false))));
        view.others().forEach(other -> statements.add(other.sql()));
        return statements;
    }

    @Override
    public List<String> of(Connection connection, Sequence sequence) throws SQLException {
        return render(List.of(new CreateSequence(sequence)));
    }

    @Override
    public List<String> drop(SqlSyntax syntax, List<Table> tables) {
        List<String> statements = new ArrayList<>();
        for (Table table : tables) {
            for (ForeignKey key : table.foreignKeys()) {
                Name name = Objects.requireNonNull(key.name());
                statements.add("ALTER TABLE " + syntax.table(table.name()) + " DROP CONSTRAINT " + syntax.name(name));
            }
        }
        statements.addAll(TableDefinitions.super.drop(syntax, tables));
        return statements;
    }

    @Override
    public List<LinkStatements> links(Connection connection, Table table, List<Table> others) throws SQLException {
        List<TableName> names = others.stream().map(Table::name).toList();
        List<LinkStatements> links = new ArrayList<>();
        for (ForeignKey key : table.foreignKeys()) {
            Name name = Objects.requireNonNull(key.name());
            if (names.contains(key.table())) {
                String drop = "ALTER TABLE " + dialect.syntax().table(table.name()) + " DROP CONSTRAINT "
                        + dialect.syntax().name(name);
                render(List.of(new AddForeignKey(table.name(), key)))
                        .forEach(add -> links.add(new LinkStatements(table.name(), name, drop, add)));
            }
        }
        return links;
    }

    private List<String> render(List<? extends Operation> operations) {
        List<String> statements = new ArrayList<>();
        for (Operation operation : operations) {
            RenderContext context = new RenderContext(new UnknownSchema(), new EngineText(), Map.of(), note -> {});
            dialect.renderer(context).render(List.of(operation)).forEach(statement -> statements.add(statement.sql()));
        }
        return statements;
    }
}
