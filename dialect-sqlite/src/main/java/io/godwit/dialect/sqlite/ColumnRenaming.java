package io.godwit.dialect.sqlite;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.Statement;
import io.godwit.operation.RenameColumn;
import io.godwit.schema.View;
import java.util.ArrayList;
import java.util.List;

/** Renames a column: SQLite follows it everywhere, but a view would show the new name where PostgreSQL keeps the old one. */
final class ColumnRenaming {

    private final Dialect dialect;
    private final RenderContext context;

    ColumnRenaming(Dialect dialect, RenderContext context) {
        this.dialect = dialect;
        this.context = context;
    }

    List<Statement> statements(RenameColumn operation) {
        SqliteTableText text = new SqliteTableText(dialect, context);
        List<Statement> statements = new ArrayList<>();
        for (View view : new ViewDependents(context.schema()).of(operation.table())) {
            keepShown(view, operation).forEach(sql -> statements.add(Statement.of(sql)));
        }
        text.name(operation.to());
        statements.add(Statement.of(
                "ALTER TABLE " + text.name(operation.table()) + " RENAME COLUMN " + text.name(operation.from()) + " TO "
                        + EngineText.name(operation.to().text())));
        return statements;
    }

    private List<String> keepShown(View view, RenameColumn operation) {
        String select = context.translator().query(view.query(), context.schema());
        if (ViewColumns.hasStar(select)) {
            context.notes()
                    .accept("The view " + view.name()
                            + " shows all columns with *, and on SQLite under their new names: " + operation.from()
                            + " becomes " + operation.to() + ".");
        }
        String kept = ViewColumns.withAlias(select, operation.from().text());
        if (kept.equals(select)) {
            return List.of();
        }
        String name = dialect.syntax()
                .name(
                        view.materialized()
                                ? new MaterializedView(view.name()).query()
                                : view.name().folded());
        List<String> again = new ArrayList<>(List.of("DROP VIEW " + name, "CREATE VIEW " + name + " AS " + kept));
        view.others().forEach(other -> again.add(other.sql()));
        return again;
    }
}
