package io.godwit.engine;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.RowTarget;
import io.godwit.dialect.RowWriter;
import io.godwit.dialect.SchemaState;
import io.godwit.history.Checkpoint;
import io.godwit.plan.transform.CustomTable;
import io.godwit.plan.transform.KeyRange;
import io.godwit.schema.Literal;
import io.godwit.schema.Position;
import io.godwit.schema.Table;
import io.godwit.transfer.file.CustomValue;
import io.godwit.transfer.file.RowMapping.Fault;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts what custom transforms make of a batch's rows beside the source, inside the batch's transaction. For one thread. */
final class CustomRows {

    private final Run run;
    private final SchemaState schema;
    private final CustomTable table;
    private final SourceRows source;
    private final List<CustomValue> values;

    CustomRows(Run run, SchemaState schema, CustomTable table, SourceRows source) {
        this.run = run;
        this.schema = schema;
        this.table = table;
        this.source = source;
        this.values = table.columns().stream()
                .map(column -> CustomValue.of(column, run.rendering().customs()))
                .toList();
    }

    /**
     * Makes the values of a range's rows.
     *
     * @return how many rows were left out
     */
    long make(KeyRange range, Checkpoint at) throws SQLException {
        for (String text : run.rendering().translator().statements(table.empty(), Position.NONE, schema)) {
            run.session().execute(text);
        }
        Table made = table.table();
        Dialect dialect = run.session().dialect();
        try (RowWriter writer = dialect.loader()
                .writer(RowTarget.of(dialect, run.session().connection(), made.name(), made.columns()))) {
            SourceRows.Given given = source.give(
                    range, at, (row, fields) -> make(row, fields, made.columns().size(), writer));
            writer.flush();
            return given.leftOut();
        }
    }

    private List<Fault> make(SourceRow row, Function<String, Literal> fields, int columns, RowWriter writer)
            throws SQLException {
        @Nullable Object[] made = new Object[columns];
        int next = 0;
        for (String part : row.compared()) {
            made[next++] = part;
        }
        List<Fault> faults = new ArrayList<>();
        for (CustomValue value : values) {
            try {
                made[next++] = value.of(fields);
            } catch (IllegalArgumentException refused) {
                faults.add(new Fault(null, String.valueOf(refused.getMessage()), refused));
            }
        }
        if (faults.isEmpty()) {
            writer.add(made);
        }
        return faults;
    }
}
