package io.godwit.engine;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.RowTarget;
import io.godwit.dialect.RowWriter;
import io.godwit.dialect.SchemaState;
import io.godwit.history.Checkpoint;
import io.godwit.history.RejectedTable.Rejected;
import io.godwit.migration.OnError;
import io.godwit.plan.transform.CustomTable;
import io.godwit.plan.transform.KeyRange;
import io.godwit.plan.transform.TransformSql;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.Position;
import io.godwit.schema.Table;
import io.godwit.transfer.file.CustomValue;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts what custom transforms make of a batch's rows beside the source, inside the batch's transaction. For one thread. */
final class CustomRows {

    private static final int TOGETHER = 100;

    private final Run run;
    private final String migration;
    private final String step;
    private final TransformSql sql;
    private final SchemaState schema;
    private final TransformRows rows;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Rejected> refused = new ArrayList<>();
    private List<CustomValue> values = List.of();
    private @Nullable SourcePages pages;
    private @Nullable Throwable cause;

    CustomRows(Run run, String migration, String step, TransformSql sql, SchemaState schema, TransformRows rows) {
        this.schema = schema;
        this.run = run;
        this.migration = migration;
        this.step = step;
        this.sql = sql;
        this.rows = rows;
        CustomTable table = sql.made();
        if (table != null) {
            for (Name name : sql.shown()) {
                places.put(name.text(), places.size());
            }
            values = table.columns().stream()
                    .map(column -> CustomValue.of(column, run.rendering().customs()))
                    .toList();
            pages = new SourcePages(run, sql, table, rows);
        }
    }

    /**
     * Makes the values of a range's rows.
     *
     * @return how many rows were left out
     */
    long make(KeyRange range, Checkpoint at) throws SQLException {
        CustomTable table = sql.made();
        SourcePages source = pages;
        if (table == null || source == null) {
            return 0;
        }
        for (String text : run.rendering().translator().statements(table.empty(), Position.NONE, schema)) {
            run.session().execute(text);
        }
        refused.clear();
        Table made = table.table();
        Dialect dialect = run.session().dialect();
        long[] left = {0};
        try (RowWriter writer = dialect.loader()
                .writer(RowTarget.of(dialect, run.session().connection(), made.name(), made.columns()))) {
            source.read(range, row -> {
                if (run.isCancelled()) {
                    throw run.cancelled(migration, null);
                }
                take(row, made.columns().size(), writer, at.rejected() + left[0]);
                if (refused.size() == TOGETHER) {
                    left[0] += reject(at);
                }
            });
            writer.flush();
        }
        return left[0] + reject(at);
    }

    private void take(SourceRow row, int columns, RowWriter writer, long before) throws SQLException {
        @Nullable Object[] made = new Object[columns];
        int next = 0;
        for (String part : row.compared()) {
            made[next++] = part;
        }
        List<String> wrong = new ArrayList<>();
        for (CustomValue value : values) {
            try {
                made[next++] = value.of(name -> field(row, name));
            } catch (IllegalArgumentException failure) {
                wrong.add(String.valueOf(failure.getMessage()));
                cause = refused.isEmpty() && wrong.size() == 1 ? failure : cause;
            }
        }
        if (wrong.isEmpty()) {
            writer.add(made);
        } else {
            String reason = String.join("; ", wrong);
            refused.add(new Rejected(before + refused.size() + 1, TransformRows.json(row.key()), reason, json(row)));
        }
    }

    private Literal field(SourceRow row, String name) {
        Integer place = places.get(name);
        if (place == null) {
            throw new IllegalArgumentException("the source has no column " + name + "; there are "
                    + sql.shown().stream().map(Name::text).collect(Collectors.joining(", ")));
        }
        return row.values().get(place);
    }

    private String json(SourceRow row) {
        return places.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(entry -> {
                    Literal value = row.values().get(entry.getValue());
                    return TransformRows.json(Literal.of(entry.getKey())) + ":"
                            + TransformRows.json(value.isNull() ? value : Literal.of(value.text()));
                })
                .collect(Collectors.joining(",", "{", "}"));
    }

    private long reject(Checkpoint at) throws SQLException {
        if (!refused.isEmpty() && sql.transform().onError() == OnError.FAIL) {
            throw new FailedRows(migration, step).failure(List.copyOf(refused), cause);
        }
        long left = rows.reject(List.copyOf(refused), at.pass() > 1);
        refused.clear();
        return left;
    }
}
