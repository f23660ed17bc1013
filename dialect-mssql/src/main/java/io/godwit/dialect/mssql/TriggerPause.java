package io.godwit.dialect.mssql;

import io.godwit.dialect.Statement;
import io.godwit.schema.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a table's triggers still while its rows are rewritten for another type, as PostgreSQL does. Which of them were at work is
 * remembered in the session: one that somebody disabled stays so.
 */
record TriggerPause(MsSqlText text, Table table) {

    private static final String KEY = "N'godwit_triggers'";

    List<Statement> around(List<Statement> statements) {
        boolean none = table.triggers().isEmpty()
                && table.others().stream().noneMatch(other -> other.kind().equals("trigger"));
        if (none) {
            return statements;
        }
        List<Statement> paused = new ArrayList<>();
        paused.add(disable());
        paused.addAll(statements);
        paused.add(enable());
        return paused;
    }

    private Statement disable() {
        return Statement.of(
                "DECLARE @triggers NVARCHAR(4000) = (SELECT STRING_AGG(QUOTENAME(name), N', ') FROM sys.triggers"
                        + " WHERE parent_id = OBJECT_ID(" + text.quoted(table.name()) + ") AND is_disabled = 0);\n"
                        + "EXEC sys.sp_set_session_context @key = " + KEY + ", @value = @triggers;\n"
                        + change("DISABLE"));
    }

    private Statement enable() {
        return Statement.of("DECLARE @triggers NVARCHAR(4000) = CAST(SESSION_CONTEXT(" + KEY + ") AS NVARCHAR(4000));\n"
                + change("ENABLE"));
    }

    /** EXEC of NULL, where there is no trigger, does nothing. */
    private String change(String verb) {
        return "DECLARE @change NVARCHAR(MAX) = "
                + text.literal("ALTER TABLE " + text.name(table.name()) + " " + verb + " TRIGGER ")
                + " + @triggers;\nEXEC (@change)";
    }
}
