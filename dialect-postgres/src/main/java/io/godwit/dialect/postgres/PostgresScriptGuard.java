package io.godwit.dialect.postgres;

import io.godwit.dialect.ScriptGuard;
import io.godwit.dialect.Statement;
import java.util.List;

/** Raises an exception from an anonymous block. Stateless and thread-safe. */
final class PostgresScriptGuard implements ScriptGuard {

    private final PostgresSyntax syntax = new PostgresSyntax();

    @Override
    public List<Statement> require(String condition, String words) {
        String block = "BEGIN IF (" + condition + ") IS NOT TRUE THEN RAISE EXCEPTION USING MESSAGE = "
                + syntax.text(words) + "; END IF; END";
        return List.of(Statement.of("DO " + syntax.text(block)));
    }

    /** By the session's search path. */
    @Override
    public String hasTable(String name) {
        return "to_regclass(" + syntax.text('"' + name.replace("\"", "\"\"") + '"') + ") IS NOT NULL";
    }

    /** Of a boolean or a number, told by its text: there is no cast that takes both. */
    @Override
    public String isTrue(String query) {
        return "lower((" + query + ")::text) ~ '^ *(t|true|[-+]?[0.]*[1-9].*)$'";
    }
}
