package io.godwit.dialect.sqlite;

import io.godwit.dialect.ClientCommands;
import io.godwit.dialect.NativeScript;
import io.godwit.dialect.PlainScript;
import io.godwit.dialect.ScriptGuard;
import io.godwit.dialect.Statement;
import java.util.List;

/** What {@code sqlite3} needs around a script. */
final class SqliteNativeScript implements NativeScript {

    SqliteNativeScript() {}

    @Override
    public String command() {
        return "sqlite3 -bail DATABASE < FILE";
    }

    /** The client checks no foreign keys unless it is told to. */
    @Override
    public List<String> header() {
        return List.of(".bail on", "PRAGMA foreign_keys = ON;");
    }

    /** A comment to the end of the line must not swallow it. */
    @Override
    public String terminator(Statement statement) {
        String sql = statement.sql();
        return sql.contains("--") && sql.indexOf("--", sql.lastIndexOf('\n') + 1) >= 0 ? "\n;" : ";";
    }

    @Override
    public List<String> footer() {
        return List.of();
    }

    @Override
    public NativeScript plain() {
        return new PlainScript(this, List.of(".bail on", "BEGIN;"), List.of("COMMIT;"));
    }

    @Override
    public ScriptGuard guard() {
        return new SqliteScriptGuard();
    }

    @Override
    public ClientCommands commands() {
        return new SqliteClientCommands();
    }
}
