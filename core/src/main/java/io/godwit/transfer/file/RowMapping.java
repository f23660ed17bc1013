package io.godwit.transfer.file;

import io.godwit.dialect.JsonText;
import io.godwit.migration.CustomTransforms;
import io.godwit.migration.FieldMapping;
import io.godwit.migration.FieldTransform;
import io.godwit.migration.Transform;
import io.godwit.plan.transform.CustomColumn;
import io.godwit.schema.Column;
import io.godwit.schema.Literal;
import io.godwit.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes of a source's rows those of a table, without a database. For one thread. */
public final class RowMapping {

    private final List<Part> parts;
    private final List<Column> columns;

    /** Of mappings that take a value as it is, or have it made by the host's own code. */
    public RowMapping(Transform transform, Table target, CustomTransforms customs) {
        List<Part> all = new ArrayList<>();
        for (FieldMapping mapping : transform.mapping()) {
            Column column = target.column(mapping.target()).orElseThrow();
            CustomValue custom = mapping.transform() instanceof FieldTransform.Custom
                    ? CustomValue.of(new CustomColumn(mapping, column.type()), customs)
                    : null;
            Literal other = mapping.defaultValue();
            all.add(new Part(
                    column,
                    mapping,
                    custom,
                    other == null ? null : FieldConversion.convert(other, column.type()),
                    mapping.required() || isOfKey(column, target)));
        }
        this.parts = List.copyOf(all);
        this.columns = parts.stream().map(Part::column).toList();
    }

    private static boolean isOfKey(Column column, Table target) {
        return target.primaryKey() != null && target.primaryKey().columns().contains(column.name());
    }

    private record Part(
            Column column,
            FieldMapping mapping,
            @Nullable CustomValue custom,
            @Nullable Object other,
            boolean required) {

        @Nullable
        Object value(Function<String, Literal> row) {
            if (custom != null) {
                return custom.of(row);
            }
            return mapping.source() == null
                    ? null
                    : FieldConversion.convert(row.apply(mapping.source()), column.type());
        }

        /** As a fault is told: the host's own code has said the column already. */
        @Nullable
        String field() {
            return custom == null ? mapping.source() : null;
        }
    }

    /**
     * What is wrong with a row.
     *
     * @param field null for the row, or where the message says it
     * @param cause null if there is no more to say than the message
     */
    public record Fault(
            @Nullable String field,
            String message,
            @Nullable Throwable cause) {

        @Override
        public String toString() {
            return field == null ? message : "field '" + field + "': " + message;
        }
    }

    /** Whether the host's own code makes a value, on the thread of the run. */
    public boolean asksHost() {
        return parts.stream().anyMatch(part -> part.custom() != null);
    }

    /** The columns that get a value, in the order of the mappings. */
    public List<Column> columns() {
        return columns;
    }

    /**
     * The values of one row.
     *
     * @param row its values by their names
     * @param values gets them, in the order of {@link #columns} and the words of {@link io.godwit.dialect.BulkLoader}
     * @return what is wrong; empty if they are good
     */
    public List<Fault> values(Function<String, Literal> row, @Nullable Object[] values) {
        List<Fault> faults = List.of();
        for (int index = 0; index < values.length; index++) {
            Part part = parts.get(index);
            try {
                Object value = part.value(row);
                values[index] = value == null ? part.other() : value;
                if (values[index] == null && part.required()) {
                    faults = with(faults, new Fault(null, part.mapping().whyNotNull(), null));
                }
            } catch (IllegalArgumentException refused) {
                faults = with(faults, new Fault(part.field(), String.valueOf(refused.getMessage()), refused));
            }
        }
        return faults;
    }

    private static List<Fault> with(List<Fault> faults, Fault fault) {
        List<Fault> more = new ArrayList<>(faults);
        more.add(fault);
        return more;
    }

    /** What a row of a file holds, as a JSON object. */
    public String json(FileRow row) {
        Set<String> names = new LinkedHashSet<>(row.own().names());
        parts.forEach(part -> {
            if (part.mapping().source() != null) {
                names.add(part.mapping().source());
            }
        });
        List<String> members = new ArrayList<>();
        for (String name : names) {
            members.add(JsonText.of(Literal.of(name)).json() + ":"
                    + JsonText.of(row.value(name)).json());
        }
        return "{" + String.join(",", members) + "}";
    }
}
