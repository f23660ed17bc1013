package io.godwit.dialect.mysql;

import io.godwit.dialect.RenderContext;
import io.godwit.operation.CreateView;
import io.godwit.operation.DropView;
import io.godwit.operation.RefreshView;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Views. A materialized one is a table of that name, and a plain view, named after it, that remembers the query and fills it.
 */
final class MySqlViews {

    static final String PREFIX = "godwit_query_";

    private final MySqlText text;
    private final RenderContext context;

    MySqlViews(MySqlText text, RenderContext context) {
        this.text = text;
        this.context = context;
    }

    /** The plain view that remembers a materialized one's query. */
    static Name query(TableName view) {
        return MySqlDialect.NAMING.fit(PREFIX + view.folded());
    }

    List<String> create(CreateView operation) {
        View view = operation.view();
        String select = context.translator().query(view.query(), context.schema());
        List<String> statements = new ArrayList<>();
        boolean replaces = operation.orReplace() && !view.materialized() && !wasMaterialized(view.name());
        if (operation.orReplace() && !replaces) {
            statements.addAll(replaced(view.name()));
        }
        if (view.materialized()) {
            context.notes()
                    .accept("There are no materialized views here: " + view.name()
                            + " is a table that refreshView fills again.");
            statements.add(ViewText.create("CREATE ", text.name(query(view.name())), select));
            statements.add("CREATE TABLE " + text.name(view.name()) + " ENGINE=InnoDB AS SELECT * FROM "
                    + text.name(query(view.name())));
        } else {
            statements.add(
                    ViewText.create("CREATE " + (replaces ? "OR REPLACE " : ""), text.name(view.name()), select));
        }
        return statements;
    }

    private boolean wasMaterialized(TableName name) {
        return context.schema().view(name).map(View::materialized).orElse(false);
    }

    private List<String> replaced(TableName name) {
        return context.schema().view(name).map(this::drop).orElseGet(List::of);
    }

    List<String> drop(View view) {
        return view.materialized() ? dropMaterialized(view.name()) : List.of("DROP VIEW " + text.name(view.name()));
    }

    private List<String> dropMaterialized(TableName name) {
        return List.of("DROP TABLE " + text.name(name), "DROP VIEW " + text.name(query(name)));
    }

    List<String> drop(DropView operation) {
        TableName name = operation.view();
        List<View> dependents = new DependentViews(context.schema()).on(name);
        if (!dependents.isEmpty()) {
            throw text.refuse(
                    "dropping the view " + name,
                    dependents.stream().map(View::name).toList() + " would be left without it",
                    "drop those first");
        }
        return wasMaterialized(name)
                ? dropMaterialized(name)
                : List.of("DROP VIEW " + (operation.ifExists() ? "IF EXISTS " : "") + text.name(name));
    }

    List<String> refresh(RefreshView operation) {
        TableName name = operation.view();
        Optional<View> view = context.schema().view(name);
        if (view.isPresent() ? !view.get().materialized() : context.schema().complete()) {
            throw text.refuse(
                    "refreshing the view " + name,
                    view.isPresent() ? "it keeps no rows" : "there is no such view",
                    "a view with \"materialized\": true");
        }
        return List.of(
                "DELETE FROM " + text.name(name),
                "INSERT INTO " + text.name(name) + " SELECT * FROM " + text.name(query(name)));
    }
}
