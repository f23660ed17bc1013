package io.godwit.transfer.file;

import io.godwit.failure.PlanRefusedException;
import io.godwit.migration.FieldMapping;
import io.godwit.migration.Transform;
import io.godwit.migration.TransformSource;
import io.godwit.plan.SourceTables;
import io.godwit.plan.transform.CustomColumn;
import io.godwit.plan.transform.StageTable;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gives a file a table of all that its rows hold: a field that is taken as it is has the type of the column that it goes to, any other
 * the narrowest type that all its values have. Reads the file once at most. Stateless and thread-safe.
 */
public final class FileTables implements SourceTables {

    private static final int MOST_DIGITS = 38;
    private static final int GLANCED = 10_000;

    @Override
    public Table table(TableName name, Transform transform, TransformSource.FromFile file, @Nullable Table target) {
        return table(name, transform, file, target, profile(file, RowFile::profile));
    }

    @Override
    public Table glance(TableName name, Transform transform, TransformSource.FromFile file, @Nullable Table target) {
        FileProfile first = profile(file, rows -> rows.glance(GLANCED));
        boolean all = transform.mapping().stream().allMatch(mapping -> isKnown(mapping.source(), first));
        return all ? table(name, transform, file, target, first) : table(name, transform, file, target);
    }

    private static boolean isKnown(@Nullable String source, FileProfile profile) {
        return source == null
                || isAround(source)
                || profile.fields().stream().anyMatch(field -> field.name().equals(source));
    }

    private static Table table(
            TableName name,
            Transform transform,
            TransformSource.FromFile file,
            @Nullable Table target,
            FileProfile profile) {
        Map<String, FieldProfile> fields = new HashMap<>();
        profile.fields().forEach(field -> fields.put(field.name(), field));
        Set<String> names = new LinkedHashSet<>();
        profile.fields().forEach(field -> names.add(field.name()));
        for (FieldMapping mapping : transform.mapping()) {
            if (mapping.source() != null) {
                names.add(mapping.source());
            }
        }
        missing(transform, file, profile).ifPresent(words -> {
            throw new PlanRefusedException(words + ". Nothing was changed.");
        });
        List<Column> columns = new ArrayList<>();
        for (String field : names) {
            columns.add(Column.of(field, type(field, fields.get(field), transform, target)));
        }
        checkCase(columns, file);
        CustomColumn.of(transform, target).forEach(made -> columns.add(made.column()));
        return StageTable.of(name, columns);
    }

    private interface Look {
        FileProfile at(RowFile rows) throws IOException;
    }

    private static FileProfile profile(TransformSource.FromFile file, Look look) {
        try {
            return look.at(new RowFile(file));
        } catch (IOException e) {
            throw new PlanRefusedException(
                    "the rows of " + file.path() + " cannot be taken: " + e.getMessage()
                            + "\nNothing was changed. Correct the file, and run this again.",
                    e);
        }
    }

    /** What stands around a row is not known beforehand, and may be missing from all rows. */
    private static boolean isAround(String source) {
        return source.contains(".")
                || source.endsWith("#")
                || source.equals(FileRow.KEY)
                || source.equals(FileRow.VALUE);
    }

    /** Whether the transform takes a field that no row has. */
    static Optional<String> missing(Transform transform, TransformSource.FromFile file, FileProfile profile) {
        return transform.mapping().stream()
                .filter(mapping -> profile.rows() > 0 && !isKnown(mapping.source(), profile))
                .findFirst()
                .map(mapping -> "no row of " + file.path() + " has a field '" + mapping.source() + "'; there are "
                        + profile.fields().stream()
                                .map(FieldProfile::name)
                                .sorted()
                                .collect(Collectors.joining(", ")));
    }

    private static void checkCase(List<Column> columns, TransformSource.FromFile file) {
        Map<String, List<String>> spellings = columns.stream()
                .map(column -> column.name().text())
                .collect(Collectors.groupingBy(name -> name.toLowerCase(Locale.ROOT)));
        spellings.values().stream().filter(same -> same.size() > 1).findFirst().ifPresent(same -> {
            throw new PlanRefusedException(
                    "the fields " + String.join(" and ", same) + " of " + file.path()
                            + " differ in case only, which not every engine can tell. Nothing was changed. Rename one in the file.");
        });
    }

    private static ColumnType type(
            String field, @Nullable FieldProfile profile, Transform transform, @Nullable Table target) {
        List<FieldMapping> uses = transform.mapping().stream()
                .filter(mapping -> field.equals(mapping.source()))
                .toList();
        boolean asItIs = uses.size() == 1 && uses.get(0).transform() == null && target != null;
        if (asItIs) {
            ColumnType wanted =
                    target.column(uses.get(0).target()).map(Column::type).orElse(SimpleType.TEXT);
            return wanted;
        }
        return profile == null ? SimpleType.TEXT : type(profile);
    }

    private static ColumnType type(FieldProfile profile) {
        return switch (profile.content()) {
            case BOOLEANS -> SimpleType.BOOLEAN;
            case INTEGERS -> isLong(profile) ? SimpleType.BIGINT : decimal(profile);
            case DECIMALS -> decimal(profile);
            case JSON -> SimpleType.JSON;
            case NOTHING, TEXT -> SimpleType.TEXT;
        };
    }

    private static boolean isLong(FieldProfile profile) {
        return profile.least() != null
                && profile.most() != null
                && profile.least().bitLength() < Long.SIZE
                && profile.most().bitLength() < Long.SIZE;
    }

    private static ColumnType decimal(FieldProfile profile) {
        return profile.precision() > MOST_DIGITS || profile.precision() < 1
                ? SimpleType.TEXT
                : new DecimalType(profile.precision(), profile.scale());
    }
}
