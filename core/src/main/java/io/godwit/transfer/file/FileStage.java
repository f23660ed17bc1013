package io.godwit.transfer.file;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.JsonText;
import io.godwit.dialect.RowTarget;
import io.godwit.dialect.RowWriter;
import io.godwit.migration.CustomTransforms;
import io.godwit.migration.Transform;
import io.godwit.migration.TransformSource;
import io.godwit.plan.transform.CustomColumn;
import io.godwit.schema.Column;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the rows of a file into its table. Memory does not grow with the file. For the thread that owns the connection. */
public final class FileStage {

    private final TransformSource.FromFile source;
    private final Table table;
    private final Map<Name, CustomValue> made = new HashMap<>();

    /**
     * A file's table.
     *
     * @param transform that takes the rows from there
     * @param table which also has a column for each custom mapping
     * @param customs what these mappings name
     */
    public FileStage(Transform transform, TransformSource.FromFile source, Table table, CustomTransforms customs) {
        this.source = source;
        this.table = table;
        for (CustomColumn column : CustomColumn.of(transform, null)) {
            Name name = CustomColumn.name(column.mapping());
            table.column(name)
                    .ifPresent(own ->
                            made.put(name, CustomValue.of(new CustomColumn(column.mapping(), own.type()), customs)));
        }
    }

    /** Takes a row that cannot be what its columns hold. */
    public interface Refusal {

        /**
         * Left out.
         *
         * @param number of the row in the file, from 1
         * @param reason every field that is wrong, and what to write instead
         * @param row what it holds, as a JSON object
         */
        void refused(long number, String reason, String row) throws SQLException;
    }

    /**
     * Loads all rows, in the transaction of the caller.
     *
     * @param refusal takes rows that are left out; null where each is a fault
     * @throws RowFileException with the faults of up to twenty rows
     */
    public void load(Dialect dialect, Connection connection, @Nullable Refusal refusal)
            throws IOException, SQLException {
        RowFile file = new RowFile(source);
        RowFaults faults = new RowFaults(source.path());
        RowTarget target = RowTarget.of(dialect, connection, table.name(), table.columns());
        try (RowWriter writer = dialect.loader().writer(target)) {
            file.read(
                    row -> {
                        @Nullable Object[] values = new Object[table.columns().size()];
                        List<String> wrong = values(row, values, refusal == null ? faults : null);
                        if (wrong.isEmpty()) {
                            writer.add(values);
                        } else if (refusal != null) {
                            refusal.refused(row.number(), String.join("; ", wrong), json(row));
                        }
                    },
                    faults);
            writer.flush();
        }
    }

    private List<String> values(FileRow row, @Nullable Object[] values, @Nullable RowFaults faults)
            throws RowFileException {
        List<String> wrong = new ArrayList<>();
        values[0] = Long.toString(row.number());
        for (int index = 1; index < values.length; index++) {
            Column column = table.columns().get(index);
            String field = column.name().text();
            CustomValue custom = made.get(column.name());
            if (custom != null) {
                values[index] = custom(custom, row, wrong, faults);
                continue;
            }
            try {
                values[index] = FieldConversion.convert(row.value(field), column.type());
            } catch (IllegalArgumentException refused) {
                String message = String.valueOf(refused.getMessage());
                wrong.add("field '" + field + "': " + message);
                if (faults != null) {
                    faults.add(row.number(), row.line(), field, message);
                }
            }
        }
        return wrong;
    }

    private static @Nullable Object custom(
            CustomValue custom, FileRow row, List<String> wrong, @Nullable RowFaults faults) throws RowFileException {
        try {
            return custom.of(row::value);
        } catch (IllegalArgumentException refused) {
            String message = String.valueOf(refused.getMessage());
            wrong.add(message);
            if (faults != null) {
                faults.add(row.number(), row.line(), null, message);
            }
            return null;
        }
    }

    private String json(FileRow row) {
        List<String> members = new ArrayList<>();
        for (Column column : table.columns().subList(1, table.columns().size())) {
            String field = column.name().text();
            if (made.containsKey(column.name())) {
                continue;
            }
            members.add(JsonText.of(Literal.of(field)).json() + ":"
                    + JsonText.of(row.value(field)).json());
        }
        return "{" + String.join(",", members) + "}";
    }
}
