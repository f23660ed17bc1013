package io.godwit.plan.transform;

import io.godwit.dialect.SchemaView;
import io.godwit.migration.FieldMapping;
import io.godwit.migration.FieldTransform;
import io.godwit.migration.OnConflict;
import io.godwit.migration.Transform;
import io.godwit.migration.TransformSource;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Rows of a file that need no table on their way: their values are taken as they are, or made by the host's own code, and nothing is
 * asked of the database about them. Stateless.
 */
public final class StraightRows {

    private StraightRows() {}

    /** Whether a transform's rows are such. The keys of what is added must be known, so that a fault far behind takes all of it out again. */
    public static boolean are(Transform transform, SchemaView schema) {
        Table target = schema.table(transform.target()).orElse(null);
        return transform.source() instanceof TransformSource.FromFile
                && target != null
                && transform.onConflict() == OnConflict.FAIL
                && transform.filter() == null
                && transform.validation().isEmpty()
                && transform.mapping().stream().allMatch(mapping -> isMadeHere(mapping, target))
                && fields(transform).distinct().count() == fields(transform).count()
                && mapsKey(transform, target);
    }

    /** Of values that are taken as they are; one that goes to two columns may have two types. */
    private static Stream<String> fields(Transform transform) {
        return transform.mapping().stream()
                .filter(mapping -> mapping.transform() == null)
                .map(FieldMapping::source)
                .filter(Objects::nonNull);
    }

    private static boolean isMadeHere(FieldMapping mapping, Table target) {
        Column column = target.column(mapping.target()).orElse(null);
        return column != null
                && column.generated() == null
                && !column.identity()
                && (mapping.transform() == null || mapping.transform() instanceof FieldTransform.Custom);
    }

    private static boolean mapsKey(Transform transform, Table target) {
        PrimaryKey key = target.primaryKey();
        return key != null
                && key.columns().stream()
                        .allMatch(name -> transform.mapping().stream()
                                .anyMatch(mapping -> mapping.target().equals(name)));
    }

    /** What stands for the file where its rows are looked at as those of a table. */
    public static Table table(TableName name, Transform transform, Table target) {
        Map<String, ColumnType> fields = new LinkedHashMap<>();
        for (FieldMapping mapping : transform.mapping()) {
            Column column = target.column(mapping.target()).orElseThrow();
            if (mapping.source() != null && mapping.transform() == null) {
                fields.put(mapping.source(), column.type());
            } else if (mapping.source() != null) {
                fields.putIfAbsent(mapping.source(), SimpleType.TEXT);
            }
        }
        Stream<Column> taken = fields.entrySet().stream().map(field -> Column.of(field.getKey(), field.getValue()));
        Stream<Column> made = CustomColumn.of(transform, target).stream().map(CustomColumn::column);
        return StageTable.of(name, Stream.concat(taken, made).toList());
    }
}
