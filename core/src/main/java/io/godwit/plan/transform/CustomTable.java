package io.godwit.plan.transform;

import io.godwit.history.HistoryTables;
import io.godwit.operation.CreateTable;
import io.godwit.operation.DropTable;
import io.godwit.operation.Operation;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Name;
import io.godwit.schema.NativeType;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.universal.QuotedName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The table beside the history that holds, for the rows of one batch, what custom transforms have made of them: the source's key, and a
 * value for each custom mapping. The statements of the transform read it as if it were more columns of the source. Immutable.
 *
 * @param name its name
 * @param key of the source
 * @param isUnique whether the key tells every row from the others, and can be a key here too
 * @param columns what is made
 */
public record CustomTable(TableName name, SourceKey key, boolean isUnique, List<CustomColumn> columns) {

    /** What the table is called in statements. */
    static final String MADE = "godwit_made";

    public CustomTable {
        columns = List.copyOf(columns);
    }

    /** Its name, for a step. */
    public static TableName name(String migration, String step) {
        return HistoryTables.ofStep("custom", migration, step);
    }

    private Name part(int index) {
        return Name.of("godwit_key_" + (index + 1));
    }

    private ColumnType type(int index) {
        ColumnType type = key.columns().get(index).type();
        return type == null || isText(index) ? SimpleType.TEXT : type;
    }

    /** Whether a column of the key is compared by its text: what is not known has no other type here. */
    public boolean isText(int index) {
        @Nullable ColumnType type = key.columns().get(index).type();
        return type == null || type instanceof NativeType;
    }

    private boolean isAnyText() {
        return IntStream.range(0, key.columns().size()).anyMatch(this::isText);
    }

    /** The table: the key's columns, then what is made. */
    public Table table() {
        List<Column> all = new ArrayList<>();
        List<Name> parts = new ArrayList<>();
        for (int index = 0; index < key.columns().size(); index++) {
            parts.add(part(index));
            all.add(Column.of(part(index).text(), type(index)).notNull());
        }
        columns.forEach(column -> all.add(column.column()));
        Table table = Table.of(name, all);
        return isUnique && !isAnyText() ? table.withPrimaryKey(PrimaryKey.of(parts)) : table;
    }

    /** Makes the table. */
    public Operation create() {
        return new CreateTable(table(), false);
    }

    /** Takes it away. */
    public Operation drop() {
        return new DropTable(name, true, false);
    }

    /** Forgets the batch before. */
    public String empty() {
        return "DELETE FROM " + QuotedName.of(name);
    }

    /** What stands behind the source in FROM. */
    String join() {
        return " JOIN " + QuotedName.of(name) + " AS " + MADE + " ON "
                + IntStream.range(0, key.columns().size())
                        .mapToObj(index -> MADE + "." + QuotedName.of(part(index)) + " = " + compared(index))
                        .collect(Collectors.joining(" AND "));
    }

    /** What a page calls a column of the key that is compared as text. */
    public static Name comparedName(int index) {
        return Name.of("godwit_compared_" + (index + 1));
    }

    /** The columns of the key that are compared as text, over the source, behind others. */
    String comparedTexts() {
        return IntStream.range(0, key.columns().size())
                .filter(this::isText)
                .mapToObj(index -> ", " + compared(index) + " AS " + QuotedName.of(comparedName(index)))
                .collect(Collectors.joining());
    }

    /** By what a column of the key is compared, over the source. */
    private String compared(int index) {
        String own = TransformSql.SOURCE + "."
                + QuotedName.of(key.columns().get(index).name());
        return isText(index) ? UniversalSql.cast(own, SimpleType.TEXT) : own;
    }
}
