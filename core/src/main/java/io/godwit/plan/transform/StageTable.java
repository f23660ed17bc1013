package io.godwit.plan.transform;

import io.godwit.history.HistoryTables;
import io.godwit.schema.Column;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.util.ArrayList;
import java.util.List;

/** The table beside the history that holds the rows of a file while they are mapped. Stateless. */
public final class StageTable {

    /** Counts the file's rows, from 1. */
    public static final Name ROW = Name.of("godwit_row");

    private StageTable() {}

    /** Its name, for a step. */
    public static TableName name(String migration, String step) {
        return HistoryTables.ofStep("stage", migration, step);
    }

    /** The table. */
    public static Table of(TableName name, List<Column> fields) {
        List<Column> columns =
                new ArrayList<>(List.of(Column.of(ROW.text(), SimpleType.BIGINT).notNull()));
        columns.addAll(fields);
        return Table.of(name, columns).withPrimaryKey(PrimaryKey.of(List.of(ROW)));
    }
}
