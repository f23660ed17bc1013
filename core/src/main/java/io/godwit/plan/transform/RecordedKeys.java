package io.godwit.plan.transform;

import io.godwit.history.HistoryTables;
import io.godwit.operation.CreateTable;
import io.godwit.operation.DeleteRows;
import io.godwit.operation.DropTable;
import io.godwit.operation.Operation;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Expression;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.universal.QuotedName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The keys of the rows that a transform has put into its target: a table beside the history, from which exactly these rows are found
 * again. Whole numbers without a gap between them take one row. Immutable.
 *
 * @param table where they are kept
 * @param target whose keys they are
 * @param key the target's primary key
 */
public record RecordedKeys(TableName table, TableName target, List<Column> key) {

    private static final Name FIRST = Name.of("godwit_first");
    private static final Name LAST = Name.of("godwit_last");
    private static final String KEPT = "godwit_kept";

    public RecordedKeys {
        key = List.copyOf(key);
    }

    static RecordedKeys of(String migration, String step, TableName target, List<Column> key) {
        return new RecordedKeys(HistoryTables.ofStep("keys", migration, step), target, key);
    }

    /** Whether keys that follow each other take one row: the first and the last. */
    public boolean countsUp() {
        return key.size() == 1 && SimpleType.isWhole(key.get(0).type());
    }

    private Name part(int index) {
        return Name.of("godwit_key_" + (index + 1));
    }

    private List<Name> parts() {
        return countsUp()
                ? List.of(FIRST, LAST)
                : IntStream.range(0, key.size()).mapToObj(this::part).toList();
    }

    /** The table. */
    public Table layout() {
        List<Name> parts = parts();
        List<Column> columns = new ArrayList<>();
        for (int index = 0; index < parts.size(); index++) {
            ColumnType type = countsUp() ? SimpleType.BIGINT : key.get(index).type();
            columns.add(Column.of(parts.get(index).text(), type).notNull());
        }
        PrimaryKey primaryKey = PrimaryKey.of(countsUp() ? List.of(FIRST) : parts);
        return Table.of(table, columns).withPrimaryKey(primaryKey);
    }

    /** Makes the table. */
    public Operation create() {
        return new CreateTable(layout(), true);
    }

    /** Forgets what is in the table. */
    public String empty() {
        return "DELETE FROM " + QuotedName.of(table);
    }

    /** Takes the rows out of the target again. */
    public Operation takeOut() {
        return new DeleteRows(target, Expression.of(isRecorded()));
    }

    /** Takes the table away. */
    public Operation remove() {
        return new DropTable(table, true, false);
    }

    /** The condition on a row of the target. */
    private String isRecorded() {
        if (countsUp()) {
            String own = QuotedName.of(key.get(0).name());
            return own + " <= (SELECT " + KEPT + "." + QuotedName.of(LAST) + from() + " WHERE " + KEPT + "."
                    + QuotedName.of(FIRST) + " <= " + own + " ORDER BY " + KEPT + "." + QuotedName.of(FIRST)
                    + " DESC LIMIT 1)";
        }
        return isAmong(index -> QuotedName.of(key.get(index).name()));
    }

    private String isAmong(IntFunction<String> value) {
        return "EXISTS (SELECT 1" + from() + " WHERE "
                + IntStream.range(0, key.size())
                        .mapToObj(index -> KEPT + "." + QuotedName.of(part(index)) + " = " + value.apply(index))
                        .collect(Collectors.joining(" AND "))
                + ")";
    }

    private String from() {
        return " FROM " + QuotedName.of(table) + " AS " + KEPT;
    }

    /**
     * Writes down the keys of rows.
     *
     * @param rows a query of the keys, in the order and under the names of the target's columns
     * @param counted whether it is known to give numbers, so that those without a gap can be found
     */
    String record(String rows, boolean counted) {
        String into = "INSERT INTO " + QuotedName.of(table) + " (" + QuotedName.list(parts()) + ") ";
        if (!countsUp()) {
            return into + rows;
        }
        String own = "godwit_row." + QuotedName.of(key.get(0).name());
        if (!counted) {
            return into + "SELECT " + own + ", " + own + " FROM (" + rows + ") AS godwit_row";
        }
        return into + "SELECT min(godwit_run.godwit_key), max(godwit_run.godwit_key) FROM (SELECT " + own
                + " AS godwit_key, " + own + " - row_number() OVER (ORDER BY " + own + ") AS godwit_gap FROM (" + rows
                + ") AS godwit_row) AS godwit_run GROUP BY godwit_run.godwit_gap";
    }

    /** Writes down all whole numbers from one to another. */
    String recordRun(Literal first, Literal last) {
        return "INSERT INTO " + QuotedName.of(table) + " (" + QuotedName.list(parts()) + ") VALUES (" + first.text()
                + ", " + last.text() + ")";
    }

    /** The condition that a row with such a key is not recorded. */
    String isMissing(List<String> values) {
        return countsUp()
                ? "coalesce((SELECT " + KEPT + "." + QuotedName.of(LAST) + from() + " WHERE " + KEPT + "."
                        + QuotedName.of(FIRST) + " <= " + values.get(0) + " ORDER BY " + KEPT + "."
                        + QuotedName.of(FIRST) + " DESC LIMIT 1) < " + values.get(0) + ", TRUE)"
                : "NOT " + isAmong(values::get);
    }
}
