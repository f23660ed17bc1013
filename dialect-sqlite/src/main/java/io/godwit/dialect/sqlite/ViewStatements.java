package io.godwit.dialect.sqlite;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.Statement;
import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.operation.CreateView;
import io.godwit.operation.DropView;
import io.godwit.operation.RefreshView;
import io.godwit.schema.EngineObject;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Views, and the tables that stand for materialized ones. */
final class ViewStatements {

    private final Dialect dialect;
    private final RenderContext context;

    ViewStatements(Dialect dialect, RenderContext context) {
        this.dialect = dialect;
        this.context = context;
    }

    List<Statement> create(CreateView operation) {
        View view = operation.view();
        String select = context.translator().query(view.query(), context.schema());
        List<String> statements = new ArrayList<>();
        List<EngineObject> others = view.others();
        if (operation.orReplace()) {
            statements.addAll(replaced(view));
            others = others.isEmpty() ? othersOf(view.name()) : others;
        }
        if (view.materialized()) {
            note("SQLite has no materialized views: " + view.name() + " is a table that refreshView fills again.");
            statements.addAll(new MaterializedView(view.name()).create(select));
        } else {
            statements.add("CREATE VIEW " + name(view.name()) + " AS " + select);
            others.forEach(other -> statements.add(other.sql()));
        }
        return statements.stream().map(Statement::of).toList();
    }

    /** What another query of a view does not change, as in PostgreSQL. */
    private List<EngineObject> othersOf(TableName name) {
        return context.schema().view(name).map(View::others).orElse(List.of());
    }

    private List<String> replaced(View view) {
        Optional<View> before = context.schema().view(view.name());
        boolean materialized = before.map(View::materialized).orElse(view.materialized());
        if (!materialized) {
            return List.of("DROP VIEW IF EXISTS " + name(view.name()));
        }
        return before.isPresent() ? new MaterializedView(view.name()).drop() : List.of();
    }

    List<Statement> drop(DropView operation) {
        TableName name = operation.view();
        List<View> dependents = new ViewDependents(context.schema()).of(name);
        if (!dependents.isEmpty()) {
            throw refuse(
                    "dropping the view " + name,
                    dependents.stream().map(View::name).toList() + " would be left without it",
                    "drop those first");
        }
        boolean materialized =
                context.schema().view(name).map(View::materialized).orElse(false);
        List<String> statements = materialized
                ? new MaterializedView(name).drop()
                : List.of("DROP VIEW " + (operation.ifExists() ? "IF EXISTS " : "") + name(name));
        return statements.stream().map(Statement::of).toList();
    }

    List<Statement> refresh(RefreshView operation) {
        TableName name = operation.view();
        Optional<View> view = context.schema().view(name);
        if (view.isPresent() ? !view.get().materialized() : context.schema().complete()) {
            throw refuse(
                    "refreshing the view " + name,
                    view.isPresent() ? "it keeps no rows" : "there is no such view",
                    "a view with \"materialized\": true");
        }
        return new MaterializedView(name).refresh().stream().map(Statement::of).toList();
    }

    private String name(TableName name) {
        return new SqliteTableText(dialect, context).name(name);
    }

    private void note(String finding) {
        context.notes().accept(finding);
    }

    private UnsupportedByDialectException refuse(String construct, String reason, String alternative) {
        return new UnsupportedByDialectException(new Unsupported(dialect.engine(), construct, reason, alternative));
    }
}
