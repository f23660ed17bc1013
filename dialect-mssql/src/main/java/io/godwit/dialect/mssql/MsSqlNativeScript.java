package io.godwit.dialect.mssql;

import io.godwit.dialect.ClientCommands;
import io.godwit.dialect.NativeScript;
import io.godwit.dialect.Statement;
import java.util.List;

/**
 * What sqlcmd needs: GO behind each statement, for many stand alone in their batch; the end at the first error; no variables in
 * texts ({@code -x}), UTF-8 ({@code -f 65001}), quoted names ({@code -I}). Stateless and thread-safe.
 */
final class MsSqlNativeScript implements NativeScript {

    @Override
    public String command() {
        return "sqlcmd -b -x -I -f 65001 -i FILE";
    }

    @Override
    public List<String> header() {
        return List.of(
                ":on error exit",
                "SET XACT_ABORT, QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;",
                "SET NUMERIC_ROUNDABORT OFF;",
                "SET LANGUAGE us_english;",
                "BEGIN TRANSACTION;",
                "GO");
    }

    /** What cannot run in a transaction runs between two. */
    @Override
    public List<String> before(Statement statement) {
        return statement.mode() == Statement.Mode.OUTSIDE_TRANSACTION
                ? List.of("COMMIT TRANSACTION;", "GO")
                : List.of();
    }

    @Override
    public String terminator(Statement statement) {
        return statement.mode() == Statement.Mode.OUTSIDE_TRANSACTION ? "\nGO\nBEGIN TRANSACTION;\nGO" : "\nGO";
    }

    @Override
    public List<String> footer() {
        return List.of("COMMIT TRANSACTION;", "GO");
    }

    @Override
    public ClientCommands commands() {
        return new MsSqlClientCommands();
    }
}
