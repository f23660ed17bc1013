package io.godwit.dialect.mssql;

import io.godwit.dialect.Statement;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Extended properties: comments, and what the catalog cannot tell by itself
 * (https://learn.microsoft.com/sql/relational-databases/system-stored-procedures/sp-addextendedproperty-transact-sql). They go with
 * what they belong to, and stay with it when it is renamed.
 */
final class Properties {

    /** The name under which tools keep comments. */
    static final String COMMENT = "MS_Description";
    /** The portable type of a column. */
    static final String TYPE = "godwit_type";
    /** What an index stands for: {@code godwit_index_} and its name, on its table. */
    static final String INDEX = "godwit_index_";
    /** Actions of a foreign key that are RESTRICT: {@code godwit_restrict_} and its name, on its table. */
    static final String RESTRICT = "godwit_restrict_";

    /** A value has 7500 bytes. */
    private static final int LONGEST = 3750;

    private final MsSqlText text;

    Properties(MsSqlText text) {
        this.text = text;
    }

    /** For what is new. */
    Statement add(String property, TableName table, @Nullable Name column, String value) {
        return Statement.of(declared(table, value) + "EXEC sys.sp_addextendedproperty @name = " + quoted(property)
                + ", @value = @value" + named(table, column));
    }

    /** For what may have one already; null takes it away. */
    Statement set(String property, TableName table, @Nullable Name column, @Nullable String value) {
        String there = "IF EXISTS (SELECT 1 FROM sys.fn_listextendedproperty(" + quoted(property)
                + ", N'SCHEMA', @schema, N'TABLE', " + text.quoted(table.name()) + ", "
                + (column == null ? "NULL, NULL" : "N'COLUMN', " + text.quoted(column)) + "))\n";
        String drop = there + "EXEC sys.sp_dropextendedproperty @name = " + quoted(property) + named(table, column);
        String add = value == null
                ? ""
                : ";\nEXEC sys.sp_addextendedproperty @name = " + quoted(property) + ", @value = @value"
                        + named(table, column);
        return Statement.of(declared(table, value) + drop + add);
    }

    private String declared(TableName table, @Nullable String value) {
        if (value != null && value.length() > LONGEST) {
            throw Refusal.of(
                    "a comment of " + value.length() + " characters on " + table,
                    "SQL Server keeps " + LONGEST,
                    "a shorter comment");
        }
        String schema = table.schema().map(text::quoted).orElse("SCHEMA_NAME()");
        return "DECLARE @schema SYSNAME = " + schema
                + (value == null ? "" : ", @value NVARCHAR(" + LONGEST + ") = " + quoted(value)) + ";\n";
    }

    private String named(TableName table, @Nullable Name column) {
        return ", @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = "
                + text.quoted(table.name())
                + (column == null ? "" : ", @level2type = N'COLUMN', @level2name = " + text.quoted(column));
    }

    private String quoted(String value) {
        return text.literal(value);
    }
}
