package io.godwit.dialect;

import io.godwit.operation.AddForeignKey;
import io.godwit.operation.CreateTable;
import io.godwit.operation.CreateView;
import io.godwit.operation.Operation;
import io.godwit.schema.EngineObject;
import io.godwit.schema.Table;
import io.godwit.schema.View;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

    private List<String> render(List<? extends Operation> operations) {
        List<String> statements = new ArrayList<>();
        for (Operation operation : operations) {
            RenderContext context = new RenderContext(new UnknownSchema(), new EngineText(), Map.of(), note -> {});
            dialect.renderer(context).render(List.of(operation)).forEach(statement -> statements.add(statement.sql()));
        }
        return statements;
    }
}
