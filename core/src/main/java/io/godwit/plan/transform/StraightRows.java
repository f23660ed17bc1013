package io.godwit.plan.transform;

import io.godwit.dialect.SchemaView;
import io.godwit.migration.FieldMapping;
import io.godwit.migration.FieldTransform;
import io.godwit.migration.OnConflict;
import io.godwit.migration.Transform;
import io.godwit.migration.TransformSource;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.VarcharType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows that need no table on their way, of a file, or of a table that the host's own code takes part in: their values are taken as they
 * are, or made by that code, and nothing is asked of the database about them. Stateless.
 */
public final class StraightRows {

    private StraightRows() {}

    /** Whether a transform's rows are such. */
    public static boolean are(Transform transform, SchemaView schema) {
        Table target = schema.table(transform.target()).orElse(null);
        return target != null
                && transform.onConflict() == OnConflict.FAIL
                && transform.validation().isEmpty()
                && transform.mapping().stream().allMatch(mapping -> isMadeHere(mapping, target))
                && (transform.source() instanceof TransformSource.FromTable from
                        ? areOf(schema.table(from.name()).orElse(null), transform, target)
                        : areOfFile(transform, target));
    }

    /** The keys of what is added must be known, so that a fault far behind takes all of it out again. */
    private static boolean areOfFile(Transform transform, Table target) {
        return transform.source() instanceof TransformSource.FromFile
                && transform.filter() == null
                && fields(transform).distinct().count() == fields(transform).count()
                && mapsKey(transform, target);
    }

    /** Rows that the host's own code does not see stay where they are, and the engine moves them. */
    private static boolean areOf(@Nullable Table source, Transform transform, Table target) {
        return source != null
                && !source.name().equals(target.name())
                && transform.mapping().stream()
                        .anyMatch(mapping -> mapping.transform() instanceof FieldTransform.Custom)
                && transform.mapping().stream().allMatch(mapping -> isTakenAsItIs(mapping, source, target));
    }

    private static boolean isTakenAsItIs(FieldMapping mapping, Table source, Table target) {
        if (mapping.source() == null || mapping.transform() != null) {
            return true;
        }
        Column from = source.column(Name.of(mapping.source())).orElse(null);
        ColumnType into = target.column(mapping.target()).orElseThrow().type();
        return from != null && (from.type().equals(into) ? isExact(into) : isText(from.type()) && isText(into));
    }

    /** Whether its values have one text, which every engine gives and takes. */
    private static boolean isExact(ColumnType type) {
        return type instanceof SimpleType || type instanceof DecimalType || isText(type);
    }

    private static boolean isText(ColumnType type) {
        return type == SimpleType.TEXT || type instanceof VarcharType;
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
