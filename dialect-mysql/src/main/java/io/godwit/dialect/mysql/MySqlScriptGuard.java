package io.godwit.dialect.mysql;

import io.godwit.dialect.ScriptGuard;
import io.godwit.dialect.Statement;
import io.godwit.schema.Name;
import java.util.List;

/**
 * A NULL in a column that takes none, and whose name are the words: SIGNAL is for stored programs alone, which not everybody may make
 * (MySQL's manual, "SIGNAL Statement"). Stateless and thread-safe.
 */
final class MySqlScriptGuard implements ScriptGuard {

    private static final int LONGEST_NAME = 64;

    private final MySqlSyntax syntax;

    MySqlScriptGuard(MySqlSyntax syntax) {
        this.syntax = syntax;
    }

    @Override
    public List<Statement> require(String condition, String words) {
        String name = words.substring(0, Math.min(words.length(), LONGEST_NAME)).strip();
        return List.of(
                Statement.of(
                        "CREATE TEMPORARY TABLE godwit_required (" + syntax.name(Name.of(name)) + " INT NOT NULL)"),
                Statement.of("INSERT INTO godwit_required SELECT CASE WHEN " + condition + " THEN 1 END"),
                Statement.of("DROP TEMPORARY TABLE godwit_required"));
    }

    @Override
    public String hasTable(String name) {
        return "EXISTS (SELECT 1 FROM information_schema.tables t WHERE t.table_schema = DATABASE() AND t.table_name = "
                + syntax.text(name) + ")";
    }

    @Override
    public String isTrue(String query) {
        return "(" + query + ") <> 0";
    }
}
