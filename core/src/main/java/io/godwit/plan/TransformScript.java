package io.godwit.plan;

import io.godwit.dialect.RenderContext;
import io.godwit.dialect.SchemaState;
import io.godwit.dialect.Statement;
import io.godwit.history.RejectedTable;
import io.godwit.migration.OnError;
import io.godwit.operation.Operation;
import io.godwit.plan.transform.KeyRange;
import io.godwit.plan.transform.RecordedKeys;
import io.godwit.plan.transform.TransformSql;
import io.godwit.schema.Position;
import io.godwit.schema.Query;
import java.util.ArrayList;
import java.util.List;

/**
 * A transform as statements that move all rows at once, for who has no program to move them in batches. Immutable.
 *
 * @param tables makes the tables beside the history that it writes, where they are not there
 * @param refused a query of the rows that the mapping or its rules leave out, of which there must be none; empty if none can be
 * @param rows writes down the keys of the rows, and moves them; all or none
 */
public record TransformScript(List<Statement> tables, String refused, List<Statement> rows) {

    public TransformScript {
        tables = List.copyOf(tables);
        rows = List.copyOf(rows);
    }

    /** @param move the statements that move all rows */
    static TransformScript of(TransformSql sql, List<Statement> move, Rendering rendering, SchemaState schema) {
        List<Operation> tables = new ArrayList<>();
        if (sql.transform().onError() == OnError.SKIP) {
            tables.add(RejectedTable.create());
        }
        List<String> rows = new ArrayList<>();
        RecordedKeys keys = sql.recordedKeys().orElse(null);
        if (keys != null) {
            tables.add(keys.create());
            rows.add(keys.empty());
            rows.add(sql.record(keys, KeyRange.ALL));
        }
        RenderContext context = new RenderContext(schema, rendering.translator(), rendering.typeMapping(), note -> {});
        List<Statement> made = new ArrayList<>();
        for (Operation table : tables) {
            made.addAll(rendering.dialect().renderer(context).render(List.of(table)));
        }
        List<Statement> moved = new ArrayList<>();
        for (String text : rows) {
            rendering.translator().statements(text, Position.NONE, schema).forEach(one -> moved.add(Statement.of(one)));
        }
        moved.addAll(move);
        String refused =
                sql.refuses() ? rendering.translator().query(Query.of(sql.refusals(KeyRange.ALL)), schema) : "";
        return new TransformScript(made, refused, moved);
    }
}
