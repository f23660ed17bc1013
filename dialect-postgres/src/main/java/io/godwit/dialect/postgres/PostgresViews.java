package io.godwit.dialect.postgres;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.SchemaView;
import io.godwit.dialect.Statement;
import io.godwit.operation.CreateView;
import io.godwit.schema.EngineObject;
import io.godwit.schema.View;
import java.util.ArrayList;
import java.util.List;

/** CREATE VIEW; PostgreSQL's OR REPLACE takes plain views only, and only new columns at their end. */
record PostgresViews(Dialect dialect, PostgresText text, SchemaView schema) {

    List<Statement> create(CreateView operation, String query) {
        View view = operation.view();
        String name = text.name(view.name());
        String create = "CREATE " + (view.materialized() ? "MATERIALIZED " : "") + "VIEW " + name + " AS " + query;
        if (!operation.orReplace()) {
            return with(List.of(Statement.of(create)), view.others());
        }
        View before = schema.view(view.name()).orElse(null);
        if (view.materialized() || (before != null && before.materialized())) {
            String drop = before != null && !before.materialized() ? "DROP VIEW " : "DROP MATERIALIZED VIEW IF EXISTS ";
            return with(List.of(Statement.of(drop + name), Statement.of(create)), view.others());
        }
        String replace = create.replaceFirst("CREATE ", "CREATE OR REPLACE ");
        List<EngineObject> lost = view.others().stream()
                .filter(other -> before == null || !before.others().contains(other))
                .toList();
        return with(List.of(Statement.of(before == null ? replace : replaceOrDrop(name, create, replace))), lost);
    }

    private static List<Statement> with(List<Statement> statements, List<EngineObject> others) {
        List<Statement> all = new ArrayList<>(statements);
        others.forEach(other -> all.add(Statement.of(other.sql())));
        return all;
    }

    /** Other engines let a new definition have other columns; here the view is dropped first, if that is what it takes. */
    private String replaceOrDrop(String name, String create, String replace) {
        String quote = "$godwit$";
        for (int number = 1; create.contains(quote); number++) {
            quote = "$godwit" + number + "$";
        }
        return "DO " + quote + "\nBEGIN\n  " + replace + ";\nEXCEPTION WHEN invalid_table_definition THEN\n  DROP VIEW "
                + name + ";\n  " + create + ";\nEND\n" + quote;
    }
}
