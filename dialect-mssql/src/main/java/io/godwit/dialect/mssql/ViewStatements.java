package io.godwit.dialect.mssql;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.Statement;
import io.godwit.operation.CreateView;
import io.godwit.operation.DropView;
import io.godwit.operation.RefreshView;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Views, each alone in its batch, and the tables that stand for materialized ones. */
final class ViewStatements {

    private final RenderContext context;
    private final MsSqlText text;

    ViewStatements(Dialect dialect, RenderContext context) {
        this.context = context;
        this.text = new MsSqlText(dialect, context);
    }

    List<Statement> create(CreateView operation) {
        View view = operation.view();
        String select = context.translator().query(view.query(), context.schema());
        Optional<View> before = context.schema().view(view.name());
        boolean kept = before.map(View::materialized).orElse(false);
        List<String> statements = new ArrayList<>();
        if (operation.orReplace() && kept) {
            statements.addAll(materialized(view.name()).drop());
        } else if (operation.orReplace() && view.materialized() && before.isPresent()) {
            statements.add("DROP VIEW " + text.name(view.name()));
        }
        if (view.materialized()) {
            context.notes()
                    .accept("SQL Server has no such materialized views: " + view.name()
                            + " is a table that refreshView fills again.");
            statements.addAll(materialized(view.name()).create(select));
        } else {
            statements.add("CREATE " + (operation.orReplace() ? "OR ALTER " : "") + "VIEW " + text.name(view.name())
                    + " AS\n" + select);
        }
        return statements.stream().map(Statement::of).toList();
    }

    List<Statement> drop(DropView operation) {
        TableName name = operation.view();
        new ViewDependents(context).refuse("dropping the view " + name, name);
        boolean kept = context.schema().view(name).map(View::materialized).orElse(false);
        List<String> statements = kept
                ? materialized(name).drop()
                : List.of("DROP VIEW " + (operation.ifExists() ? "IF EXISTS " : "") + text.name(name));
        return statements.stream().map(Statement::of).toList();
    }

    List<Statement> refresh(RefreshView operation) {
        TableName name = operation.view();
        Optional<View> view = context.schema().view(name);
        if (view.isPresent() ? !view.get().materialized() : context.schema().complete()) {
            throw Refusal.of(
                    "refreshing the view " + name,
                    view.isPresent() ? "it keeps no rows" : "there is no such view",
                    "a view with \"materialized\": true");
        }
        return materialized(name).refresh().stream().map(Statement::of).toList();
    }

    private MaterializedView materialized(TableName name) {
        return new MaterializedView(name, text);
    }
}
