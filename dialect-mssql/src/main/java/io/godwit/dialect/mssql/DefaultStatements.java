package io.godwit.dialect.mssql;

import io.godwit.dialect.Statement;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import io.godwit.schema.Value;
import org.jspecify.annotations.Nullable;

/** Defaults, which are constraints with a name; a table that others made has names that only the catalog knows. */
final class DefaultStatements {

    private final MsSqlText text;

    DefaultStatements(MsSqlText text) {
        this.text = text;
    }

    /** Nothing happens to a column that has none. */
    Statement drop(TableName table, Name column) {
        return Statement.of("DECLARE @drop NVARCHAR(MAX) = (SELECT N'ALTER TABLE ' + "
                + text.quoted(table) + " + N' DROP CONSTRAINT ' + QUOTENAME(d.name)\n"
                + "  FROM sys.default_constraints AS d JOIN sys.columns AS c"
                + " ON c.object_id = d.parent_object_id AND c.column_id = d.parent_column_id\n"
                + "  WHERE d.parent_object_id = OBJECT_ID(" + text.quoted(table) + ") AND c.name = "
                + text.quoted(column) + ");\nEXEC (@drop)");
    }

    Statement add(TableName table, Name column, Value value, @Nullable ColumnType type) {
        return Statement.of("ALTER TABLE " + text.name(table) + " ADD CONSTRAINT "
                + text.name(DefaultName.of(table, column)) + " DEFAULT (" + text.value(value, type, table) + ") FOR "
                + text.name(column));
    }
}
