package io.godwit.dialect.sqlite;

import io.godwit.dialect.ScriptGuard;
import io.godwit.dialect.Statement;
import io.godwit.schema.Name;
import java.util.List;

/**
 * A row that breaks a check, whose name are the words: RAISE is for triggers alone (https://sqlite.org/lang_createtrigger.html#raise).
 * Stateless and thread-safe.
 */
final class SqliteScriptGuard implements ScriptGuard {

    private static final String TABLE = "temp.godwit_required";

    private final SqliteSyntax syntax = new SqliteSyntax();

    @Override
    public List<Statement> require(String condition, String words) {
        return List.of(
                Statement.of("CREATE TEMP TABLE godwit_required (holds INTEGER CONSTRAINT "
                        + syntax.name(Name.of(words)) + " CHECK (holds))"),
                Statement.of("INSERT INTO " + TABLE + " SELECT coalesce((" + condition + "), 0)"),
                Statement.of("DROP TABLE " + TABLE));
    }

    @Override
    public String hasTable(String name) {
        return "EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = " + syntax.text(name) + ")";
    }

    @Override
    public String isTrue(String query) {
        return "lower((" + query + ")) IN ('t', 'true') OR CAST((" + query + ") AS REAL) <> 0";
    }
}
