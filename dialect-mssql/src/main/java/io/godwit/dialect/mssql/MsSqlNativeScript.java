package io.godwit.dialect.mssql;

import io.godwit.dialect.ClientCommands;
import io.godwit.dialect.NativeScript;
import io.godwit.dialect.ScriptGuard;
import io.godwit.dialect.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What sqlcmd needs: GO behind each statement, for many stand alone in their batch; the end at the first error; no variables in
 * texts ({@code -x}), UTF-8 ({@code -f 65001}), quoted names ({@code -I}). Stateless and thread-safe.
 */
final class MsSqlNativeScript implements NativeScript {

    private static final List<String> SETTINGS = List.of(
            ":on error exit",
            "SET XACT_ABORT, QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;",
            "SET NUMERIC_ROUNDABORT OFF;",
            "SET LANGUAGE us_english;");

    private final boolean inParts;

    MsSqlNativeScript() {
        this(false);
    }

    private MsSqlNativeScript(boolean inParts) {
        this.inParts = inParts;
    }

    @Override
    public String command() {
        return "sqlcmd -b -x -I -f 65001 -i FILE";
    }

    @Override
    public List<String> header() {
        List<String> lines = new ArrayList<>(SETTINGS);
        if (!inParts) {
            lines.add("BEGIN TRANSACTION;");
        }
        lines.add("GO");
        return lines;
    }

    /** What cannot run in a transaction runs between two. */
    @Override
    public List<String> before(Statement statement) {
        return isBetween(statement) ? List.of("COMMIT TRANSACTION;", "GO") : List.of();
    }

    @Override
    public String terminator(Statement statement) {
        return isBetween(statement) ? "\nGO\nBEGIN TRANSACTION;\nGO" : "\nGO";
    }

    private boolean isBetween(Statement statement) {
        return !inParts && statement.mode() == Statement.Mode.OUTSIDE_TRANSACTION;
    }

    @Override
    public List<String> footer() {
        return inParts ? List.of() : List.of("COMMIT TRANSACTION;", "GO");
    }

    @Override
    public NativeScript inParts() {
        return new MsSqlNativeScript(true);
    }

    @Override
    public ScriptGuard guard() {
        return new MsSqlScriptGuard();
    }

    @Override
    public ClientCommands commands() {
        return new MsSqlClientCommands();
    }
}
