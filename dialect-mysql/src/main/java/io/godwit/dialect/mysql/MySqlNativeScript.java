package io.godwit.dialect.mysql;

import io.godwit.dialect.ClientCommands;
import io.godwit.dialect.NativeScript;
import io.godwit.dialect.PlainScript;
import io.godwit.dialect.ScriptGuard;
import io.godwit.dialect.Statement;
import java.util.List;

/** What the client {@code mysql} needs, which stops at the first error by itself. Stateless and thread-safe. */
final class MySqlNativeScript implements NativeScript {

    /** Never written by a renderer; a body with semicolons inside is one statement still. */
    private static final String DELIMITER = "//godwit//";

    private final MySqlSyntax syntax;

    MySqlNativeScript(MySqlSyntax syntax) {
        this.syntax = syntax;
    }

    @Override
    public String command() {
        return "mysql --default-character-set=utf8mb4 DATABASE < FILE";
    }

    @Override
    public List<String> header() {
        return List.of("SET NAMES utf8mb4;", MySqlSettings.set(new MySqlSettings(syntax).pinned()) + ";");
    }

    @Override
    public List<String> before(Statement statement) {
        return hasBody(statement) ? List.of("DELIMITER " + DELIMITER) : List.of();
    }

    /** On a line of its own where the statement ends with a comment. */
    @Override
    public String terminator(Statement statement) {
        String sql = statement.sql();
        String line = sql.substring(sql.lastIndexOf('\n') + 1);
        String end = line.contains("-- ") || line.contains("#") ? "\n" : "";
        return hasBody(statement) ? end + DELIMITER + "\nDELIMITER ;" : end + ";";
    }

    @Override
    public List<String> footer() {
        return List.of();
    }

    @Override
    public NativeScript plain() {
        return new PlainScript(this, List.of("SET NAMES utf8mb4;"), footer());
    }

    @Override
    public ScriptGuard guard() {
        return new MySqlScriptGuard(syntax);
    }

    @Override
    public ClientCommands commands() {
        return new MySqlClientCommands();
    }

    private static boolean hasBody(Statement statement) {
        return statement.sql().indexOf(';') >= 0;
    }
}
