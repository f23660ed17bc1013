package io.godwit.dialect.sqlite;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.TableChange;
import io.godwit.operation.AddColumn;
import io.godwit.operation.ChangeType;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.DropColumn;
import io.godwit.operation.Operation;
import io.godwit.operation.SetNotNull;
import io.godwit.schema.Column;
import io.godwit.schema.Expression;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** Several changes of one table, one after the other: what it is then, and what each column's value is made of. */
final class TableChanges {

    private final RenderContext context;
    private final SqliteTableText text;
    private final Dialect dialect;
    private final Map<Name, String> values = new LinkedHashMap<>();
    private Table table;

    TableChanges(Dialect dialect, RenderContext context, Table before) {
        this.dialect = dialect;
        this.context = context;
        this.text = new SqliteTableText(dialect, context);
        this.table = before;
        for (Column column : before.columns()) {
            if (column.generated() == null) {
                values.put(column.name(), dialect.syntax().name(column.name()));
            }
        }
    }

    void add(Operation operation) {
        if (!new ChangeCheck(dialect, table).isNeeded(operation)) {
            return;
        }
        if (operation instanceof DropColumn drop) {
            values.remove(drop.column());
        } else if (operation instanceof ChangeType change) {
            values.computeIfPresent(change.column(), (column, value) -> converted(change, value));
        } else if (operation instanceof SetNotNull set && set.backfill() != null) {
            values.computeIfPresent(set.column(), (column, value) -> filled(set.column(), value, set.backfill()));
        } else if (operation instanceof AddColumn add && add.column().generated() == null) {
            added(add.column());
        }
        if (operation instanceof CreateIndex create) {
            new IndexStatements(dialect, context).create(create);
        }
        table = new TableChange(table, dialect.naming()).after(operation);
    }

    Table after() {
        return table;
    }

    /** Column to SQL over the old table; a column that is not there gets its default. */
    Map<Name, String> values() {
        return values;
    }

    /** NULL is said, so that a backfill further on can take its place. */
    private void added(Column column) {
        if (column.defaultValue() == null) {
            values.put(column.name(), "NULL");
        } else {
            values.remove(column.name());
        }
    }

    private String converted(ChangeType change, String value) {
        Expression using = change.using();
        return using != null
                ? text.expression(using, change.table())
                : table.column(change.column())
                        .map(column -> new ColumnConversion(column.name(), column.type(), change.type(), value).sql())
                        .orElse(value);
    }

    private String filled(Name column, String value, Value backfill) {
        String filling =
                text.literal(backfill, table.column(column).map(Column::type).orElse(null), table.name());
        return "coalesce(" + value + ", " + filling + ")";
    }
}
