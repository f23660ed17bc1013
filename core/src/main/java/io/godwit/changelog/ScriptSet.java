package io.godwit.changelog;

import io.godwit.dialect.Statement;
import io.godwit.dialect.Statement.Mode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One change set of a formatted SQL file. Immutable; nobody changes the bytes. */
final class ScriptSet {

    private final ChangeSetHead head;
    private final byte[] sql;

    /** @param sql its SQL in UTF-8, with {@code \n} alone at the ends of lines and nothing blank around it */
    ScriptSet(ChangeSetHead head, byte[] sql) {
        this.head = head;
        this.sql = sql;
    }

    /** What its first line says. */
    ChangeSetHead head() {
        return head;
    }

    /** Its SQL in UTF-8. */
    byte[] sql() {
        return sql;
    }

    /**
     * The statements that Liquibase would run.
     *
     * @param carriageReturns whether lines end as on Windows
     * @throws NotPlainException if it may split them in another way
     */
    List<Statement> statements(boolean carriageReturns) throws NotPlainException {
        Mode mode = head.is("runintransaction", true) ? Mode.NORMAL : Mode.OUTSIDE_TRANSACTION;
        List<Statement> statements = new ArrayList<>();
        for (String text :
                new ScriptPieces(sql, head.is("stripcomments", true), head.is("splitstatements", true)).read()) {
            String whole = (carriageReturns ? text.replace("\n", "\r\n") : text).strip();
            if (!whole.isEmpty()) {
                statements.add(new Statement(ChangeSetRenderer.withoutDelimiter(whole), mode));
            }
        }
        return statements;
    }

    @Override
    public String toString() {
        return head.author() + ":" + head.id() + " " + new String(sql, StandardCharsets.UTF_8);
    }
}
