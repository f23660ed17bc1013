package io.godwit.history;

import io.godwit.operation.CreateTable;
import io.godwit.operation.DeleteRows;
import io.godwit.operation.InsertRows;
import io.godwit.operation.Operation;
import io.godwit.operation.Row;
import io.godwit.schema.Column;
import io.godwit.schema.Expression;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.Value;
import io.godwit.schema.VarcharType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code godwit_rejected}: a row for each row that a transform left out. Made when the first transform needs it. Stateless. */
public final class RejectedTable {

    private static final TableName NAME = TableName.of(HistoryTables.PREFIX + "rejected");

    private RejectedTable() {}

    /**
     * One row that was left out. Immutable.
     *
     * @param number counts those of one step, from 1
     * @param key of the row in its source, as a JSON array
     * @param reason why
     * @param row what it held, as a JSON object
     */
    public record Rejected(long number, String key, String reason, String row) {}

    /** Makes the table where it is not there. */
    public static Operation create() {
        List<Column> columns = List.of(
                Column.of("migration_id", new VarcharType(200)).notNull(),
                Column.of("step_id", new VarcharType(200)).notNull(),
                Column.of("number", SimpleType.BIGINT).notNull(),
                Column.of("source_key", SimpleType.TEXT).notNull(),
                Column.of("reason", SimpleType.TEXT).notNull(),
                Column.of("source_row", SimpleType.TEXT).notNull());
        PrimaryKey key = PrimaryKey.of(List.of(Name.of("migration_id"), Name.of("step_id"), Name.of("number")));
        return new CreateTable(Table.of(NAME, columns).withPrimaryKey(key), true);
    }

    /** Writes down rows of one step; at least one. */
    public static Operation insert(String migration, String step, List<Rejected> rejected) {
        return new InsertRows(
                NAME, rejected.stream().map(row -> row(migration, step, row)).toList());
    }

    private static Row row(String migration, String step, Rejected rejected) {
        Map<Name, Value> row = new LinkedHashMap<>();
        row.put(Name.of("migration_id"), Literal.of(migration));
        row.put(Name.of("step_id"), Literal.of(step));
        row.put(Name.of("number"), Literal.of(rejected.number()));
        row.put(Name.of("source_key"), Literal.of(rejected.key()));
        row.put(Name.of("reason"), Literal.of(rejected.reason()));
        row.put(Name.of("source_row"), Literal.of(rejected.row()));
        return new Row(row);
    }

    /** Forgets the rows of one step. */
    public static Operation forget(String migration, String step) {
        return new DeleteRows(NAME, Expression.of(isOf(migration, step)));
    }

    /** How many rows of one step have a key, as universal SQL. */
    public static String count(String migration, String step, String key) {
        return "SELECT count(*) FROM " + NAME + " WHERE " + isOf(migration, step) + " AND source_key = " + text(key);
    }

    private static String isOf(String migration, String step) {
        return "migration_id = " + text(migration) + " AND step_id = " + text(step);
    }

    private static String text(String characters) {
        return "'" + characters.replace("'", "''") + "'";
    }
}
