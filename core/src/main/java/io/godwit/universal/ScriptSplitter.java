package io.godwit.universal;

import io.godwit.schema.Position;
import io.godwit.universal.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a script of universal SQL where PostgreSQL's own client would: at semicolons outside of brackets, quotes, comments and the
 * bodies of SQL routines. The rows of COPY and the client's own commands are statements too. For one thread.
 */
final class ScriptSplitter {

    private final Source script;
    private final Lexer lexer;
    private final List<Source> statements = new ArrayList<>();
    private Position position;
    private int done;
    private StatementEnd end = new StatementEnd();
    private int start = -1;
    private int last;

    ScriptSplitter(Source script) {
        this.script = script;
        this.lexer = new Lexer(script);
        this.position = script.position();
    }

    /**
     * The statements in order, each from its first token to its last, without what ends it.
     *
     * @throws io.godwit.failure.InvalidMigrationException if a quote, comment, bracket or body is not closed
     */
    List<Source> statements() {
        for (Token token = lexer.next(); token.kind() != Kind.END; token = lexer.next()) {
            if (start < 0) {
                start = token.start();
            }
            if (token.start() == start
                    && token.kind() == Kind.OPAQUE
                    && token.text().equals("\\")) {
                last = lexer.skipLine();
                finish();
            } else if (token.isSymbol(";") && end.isReached()) {
                last = end.copiesRows() ? lexer.skipData(start) : last;
                finish();
            } else {
                follow(token);
            }
        }
        Token open = end.open();
        if (open != null) {
            throw script.invalid(open.start(), "what begins here is not closed");
        }
        finish();
        return statements;
    }

    private void follow(Token token) {
        last = token.end();
        if (!end.follow(token)) {
            throw script.invalid(token.start(), "this closes what was not opened");
        }
    }

    /** A statement's place is counted from the one before it, not from the start of a long script. */
    private void finish() {
        if (start >= 0 && last > start) {
            Source upToHere = new Source(script.text().substring(done, start), position);
            position = upToHere.at(start - done);
            done = start;
            statements.add(new Source(script.text().substring(start, last).stripTrailing(), position));
        }
        start = -1;
        end = new StatementEnd();
    }
}
