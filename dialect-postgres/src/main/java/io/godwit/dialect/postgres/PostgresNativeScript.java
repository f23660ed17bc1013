package io.godwit.dialect.postgres;

import io.godwit.dialect.ClientCommands;
import io.godwit.dialect.NativeScript;
import io.godwit.dialect.PlainScript;
import io.godwit.dialect.ScriptGuard;
import io.godwit.dialect.Statement;
import java.util.ArrayList;
import java.util.List;

/** What psql needs: it goes on after an error unless told otherwise. Stateless and thread-safe. */
final class PostgresNativeScript implements NativeScript {

    private static final List<String> SETTINGS = List.of(
            "\\set ON_ERROR_STOP on",
            "SET client_encoding = 'UTF8';",
            "SET standard_conforming_strings = on;",
            "SET client_min_messages = warning;",
            "SET TimeZone = 'UTC';");

    private final boolean inParts;

    PostgresNativeScript() {
        this(false);
    }

    private PostgresNativeScript(boolean inParts) {
        this.inParts = inParts;
    }

    @Override
    public String command() {
        return "psql -X -v ON_ERROR_STOP=1 -f FILE";
    }

    @Override
    public List<String> header() {
        List<String> lines = new ArrayList<>(SETTINGS);
        if (!inParts) {
            lines.add("BEGIN;");
        }
        return lines;
    }

    /** What cannot run in a transaction runs between two. */
    @Override
    public List<String> before(Statement statement) {
        return isBetween(statement) ? List.of("COMMIT;") : List.of();
    }

    /** On a line of its own where the statement ends with a comment. */
    @Override
    public String terminator(Statement statement) {
        String sql = statement.sql();
        String end = sql.contains("--") && sql.indexOf("--", sql.lastIndexOf('\n') + 1) >= 0 ? "\n;" : ";";
        return isBetween(statement) ? end + "\nBEGIN;" : end;
    }

    private boolean isBetween(Statement statement) {
        return !inParts && statement.mode() == Statement.Mode.OUTSIDE_TRANSACTION;
    }

    @Override
    public List<String> footer() {
        return inParts ? List.of() : List.of("COMMIT;");
    }

    @Override
    public NativeScript inParts() {
        return new PostgresNativeScript(true);
    }

    @Override
    public ScriptGuard guard() {
        return new PostgresScriptGuard();
    }

    @Override
    public NativeScript plain() {
        return new PlainScript(
                this, List.of("\\set ON_ERROR_STOP on", "SET client_encoding = 'UTF8';", "BEGIN;"), footer());
    }

    @Override
    public ClientCommands commands() {
        return new PostgresClientCommands();
    }
}
