package io.godwit.dialect.mysql;

import io.godwit.dialect.RenderContext;
import io.godwit.dialect.StandardRenderer;
import io.godwit.dialect.Statement;
import io.godwit.operation.CreateExtension;
import io.godwit.operation.CreateTrigger;
import io.godwit.operation.DropExtension;
import io.godwit.operation.DropTrigger;
import java.util.List;

/** Renders MySQL's DDL; holds only what differs from {@link StandardRenderer}. */
class MySqlRenderer extends StandardRenderer {

    MySqlRenderer(MySqlDialect dialect, RenderContext context) {
        super(dialect, context);
    }

    @Override
    public List<Statement> visit(CreateExtension operation) {
        note("there are no extensions here: nothing is done for " + operation.extension());
        return List.of();
    }

    @Override
    public List<Statement> visit(DropExtension operation) {
        return List.of();
    }

    @Override
    public List<Statement> visit(CreateTrigger operation) {
        throw refuse("createTrigger", "its form is not written yet", "sql under the key \"mysql\"");
    }

    @Override
    public List<Statement> visit(DropTrigger operation) {
        return statement("DROP TRIGGER %s", name(operation.trigger()));
    }
}
