package io.godwit.dialect.mssql;

import io.godwit.dialect.ScriptGuard;
import io.godwit.dialect.Statement;
import java.util.List;

/** Throws. Stateless and thread-safe. */
final class MsSqlScriptGuard implements ScriptGuard {

    @Override
    public List<Statement> require(String condition, String words) {
        return List.of(
                Statement.of("IF NOT EXISTS (SELECT 1 WHERE " + condition + ") THROW 50000, " + text(words) + ", 1"));
    }

    /** In the login's default schema, or in dbo. */
    @Override
    public String hasTable(String name) {
        return "OBJECT_ID(" + text('[' + name.replace("]", "]]") + ']') + ") IS NOT NULL";
    }

    @Override
    public String isTrue(String query) {
        return "TRY_CAST((" + query + ") AS float) <> 0";
    }

    private static String text(String characters) {
        return "N'" + characters.replace("'", "''") + "'";
    }
}
