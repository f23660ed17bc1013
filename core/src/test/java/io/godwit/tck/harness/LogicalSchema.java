package io.godwit.tck.harness;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.Feature;
import io.godwit.schema.Schema;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.util.ArrayList;
import java.util.List;

/**
 * A schema as lines of text that are the same on every engine for the same operations, but for the fallbacks that
 * {@link Feature} documents. Expressions count by their presence only: engines rewrite their text. Immutable.
 *
 * @param lines one fact a line, in an order that does not depend on how they came about
 */
public record LogicalSchema(List<String> lines) {

    public LogicalSchema {
        lines = List.copyOf(lines);
    }

    public static LogicalSchema of(Schema schema, Dialect dialect) {
        List<String> lines = new ArrayList<>();
        schema.tables().values().forEach(table -> lines.addAll(new LogicalTable(table, dialect).lines()));
        schema.views().values().forEach(view -> lines.add(view(view, dialect)));
        schema.sequences()
                .values()
                .forEach(sequence -> lines.add("sequence " + physical(sequence.name(), dialect) + " start "
                        + sequence.start() + " increment " + sequence.increment()));
        return new LogicalSchema(lines);
    }

    private static String view(View view, Dialect dialect) {
        boolean materialized = view.materialized() && dialect.supports(Feature.MATERIALIZED_VIEWS);
        return (materialized ? "materialized view " : "view ") + physical(view.name(), dialect);
    }

    /** The name with its schema, folded where the engine has none. */
    static String physical(TableName name, Dialect dialect) {
        return dialect.supports(Feature.SCHEMAS)
                ? name.toString()
                : TableName.of(name.folded().text()).toString();
    }
}
