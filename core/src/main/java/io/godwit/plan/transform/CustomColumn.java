package io.godwit.plan.transform;

import io.godwit.history.Digest;
import io.godwit.history.HistoryTables;
import io.godwit.migration.FieldMapping;
import io.godwit.migration.FieldTransform;
import io.godwit.migration.Transform;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Name;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The column that holds what a custom transform has made, until the row is written. Immutable.
 *
 * @param mapping that it is made for
 * @param type of the target's column
 */
public record CustomColumn(FieldMapping mapping, ColumnType type) {

    private static final String PREFIX = HistoryTables.PREFIX + "made_";

    /** Of each custom mapping, in their order. */
    public static List<CustomColumn> of(Transform transform, @Nullable Table target) {
        return transform.mapping().stream()
                .filter(mapping -> mapping.transform() instanceof FieldTransform.Custom)
                .map(mapping -> new CustomColumn(mapping, type(mapping, target)))
                .toList();
    }

    private static ColumnType type(FieldMapping mapping, @Nullable Table target) {
        return target == null
                ? SimpleType.TEXT
                : target.column(mapping.target()).map(Column::type).orElse(SimpleType.TEXT);
    }

    /** What a mapping's column is called: as short as any name, whatever the target's is. */
    public static Name name(FieldMapping mapping) {
        String hash = new Digest().add(mapping.target().text()).text().substring(0, 12);
        return Name.of(PREFIX + hash);
    }

    /** Whether a column holds what a custom transform has made. */
    public static boolean is(Name column) {
        return column.text().startsWith(PREFIX);
    }

    /** The column, which may be NULL. */
    public Column column() {
        return Column.of(name(mapping).text(), type);
    }
}
