package io.godwit.universal;

import io.godwit.dialect.IdentifierText;
import io.godwit.dialect.SchemaView;
import io.godwit.dialect.ViewGraph;
import io.godwit.schema.Column;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.util.Set;

/**
 * Whether CASCADE would take anything along. What may stand on a thing is told by its name in a text, so that a doubt counts as yes.
 * For as long as the schema that it was made from.
 */
final class DependentObjects {

    private final SchemaView schema;

    DependentObjects(SchemaView schema) {
        this.schema = schema;
    }

    /** Whether no view but those of the same statement stands on the view. */
    boolean isNobodysView(TableName name, Set<TableName> dropped) {
        return schema.complete()
                && new ViewGraph(schema)
                        .transitivelyOf(name).stream().map(View::name).allMatch(dropped::contains);
    }

    /** Whether no view, generated column or foreign key of another table stands on the column. */
    boolean isNobodysColumn(TableName table, Name column) {
        return schema.complete()
                && new ViewGraph(schema).of(table).isEmpty()
                && schema.table(table).stream().allMatch(known -> isNotGenerated(known, column))
                && schema.referencing(table).stream()
                        .flatMap(other -> other.foreignKeys().stream())
                        .noneMatch(key -> refers(key, table, column));
    }

    private static boolean isNotGenerated(Table table, Name column) {
        return table.columns().stream()
                .map(Column::generated)
                .allMatch(generated -> generated == null
                        || !new IdentifierText(generated.expression().text()).mentions(column));
    }

    private static boolean refers(ForeignKey key, TableName table, Name column) {
        return key.table().equals(table) && key.referenced().contains(column);
    }
}
