package io.godwit.dialect.mssql;

import io.godwit.dialect.IdentifierText;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.SchemaView;
import io.godwit.dialect.Statement;
import io.godwit.dialect.ViewGraph;
import io.godwit.operation.RenameColumn;
import io.godwit.operation.RenameTable;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The views that show a table or a view. SQL Server lets go of what they need, and leaves them broken. */
final class ViewDependents {

    private final RenderContext context;
    private final SchemaView schema;

    ViewDependents(RenderContext context) {
        this.context = context;
        this.schema = context.schema();
    }

    List<View> of(TableName name) {
        return new ViewGraph(schema).of(name);
    }

    /** Drops all that show it, also through others. */
    List<Statement> drop(TableName name, MsSqlText text) {
        return new ViewGraph(schema)
                .transitivelyOf(name).stream()
                        .flatMap(view -> view.materialized()
                                ? new MaterializedView(view.name(), text).drop().stream()
                                : Stream.of("DROP VIEW " + text.name(view.name())))
                        .map(Statement::of)
                        .toList();
    }

    private static boolean mentions(View view, Name name) {
        return new IdentifierText(view.query().text()).mentions(name);
    }

    /** Refuses what would break a view that shows the column. */
    void refuse(String construct, TableName table, Name column) {
        refuse(
                construct,
                of(table).stream().filter(view -> mentions(view, column)).toList());
    }

    /** Refuses what would break a view that shows the table or view. */
    void refuse(String construct, TableName table) {
        refuse(construct, of(table));
    }

    private static void refuse(String construct, List<View> views) {
        if (!views.isEmpty()) {
            throw Refusal.of(
                    construct,
                    views.stream().map(View::name).toList() + " would be left without it",
                    "drop those first");
        }
    }

    /** The views that show the renamed column, with the names that their own columns have had. */
    List<Statement> afterRename(RenameColumn operation, MsSqlText text) {
        List<Statement> statements = new ArrayList<>();
        for (View view : of(operation.table())) {
            if (mentions(view, operation.from())) {
                check(view, operation);
                statements.add(renamed(view, operation, text));
            }
        }
        return statements;
    }

    /** The text does not tell whose column it names, so the name must be one table's. */
    private void check(View view, RenameColumn operation) {
        boolean ambiguous = view.query().text().strip().regionMatches(true, 0, "WITH", 0, 4)
                || schema.referencing(operation.table()).stream()
                        .filter(other -> !other.name().equals(operation.table()))
                        .filter(other -> mentions(view, other.name().name()))
                        .anyMatch(other -> other.column(operation.from()).isPresent());
        if (ambiguous) {
            throw Refusal.of(
                    "renaming " + operation.from() + " of " + operation.table(),
                    "the view " + view.name() + " names more than one column so",
                    "drop the view before, and make it again after");
        }
    }

    /** What the columns of the view are called is asked of the catalog, which still knows it. */
    private Statement renamed(View view, RenameColumn operation, MsSqlText text) {
        RenamedColumns renamed = RenamedColumns.of(select(view)).after(operation, text);
        TableName name = view.materialized() ? MaterializedView.query(view.name()) : view.name();
        String alter = "ALTER VIEW " + text.name(name) + " AS\n";
        if (renamed.isAsBefore()) {
            return Statement.of(alter + renamed.query());
        }
        return Statement.of(
                "DECLARE @columns NVARCHAR(MAX) = (SELECT STRING_AGG(CAST(QUOTENAME(name) AS NVARCHAR(MAX)), N', ')"
                        + " WITHIN GROUP (ORDER BY column_id) FROM sys.columns WHERE object_id = OBJECT_ID("
                        + text.quoted(name)
                        + "));\nDECLARE @view NVARCHAR(MAX) = " + text.literal(alter + renamed.beforeNames())
                        + " + @columns + N')';\nEXEC (@view)");
    }

    /** What the view is in the engine's words, also if this plan has made it. */
    private String select(View view) {
        return context.translator().query(view.query(), schema);
    }

    /** The views that show a renamed table, under its new name. */
    List<Statement> afterRename(RenameTable operation, MsSqlText text) {
        List<Statement> statements = new ArrayList<>();
        for (View view : of(operation.from())) {
            boolean column = schema.table(operation.from())
                    .flatMap(table -> table.column(operation.from().name()))
                    .isPresent();
            if (column) {
                refuse("renaming " + operation.from(), List.of(view));
            }
            String query = new IdentifierText(select(view))
                    .rename(operation.from().name(), operation.to().name());
            TableName name = view.materialized() ? MaterializedView.query(view.name()) : view.name();
            statements.add(Statement.of("ALTER VIEW " + text.name(name) + " AS\n" + query));
        }
        return statements;
    }
}
