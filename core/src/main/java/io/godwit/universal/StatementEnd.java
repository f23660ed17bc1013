package io.godwit.universal;

import io.godwit.universal.Token.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Follows one statement and knows whether a semicolon would end it. For one thread. */
final class StatementEnd {

    private final Deque<Token> open = new ArrayDeque<>();
    private int count;
    private boolean creates;
    private boolean routine;
    private boolean copy;
    private boolean from;
    private boolean rows;
    private @Nullable Token previous;

    /** Takes the next token; false if it closes what was not opened. */
    boolean follow(Token token) {
        boolean closes = true;
        if (token.kind() == Kind.WORD) {
            word(token);
        } else if (token.isSymbol("(") || token.isSymbol("[")) {
            open.push(token);
        } else if (token.isSymbol(")") || token.isSymbol("]")) {
            Token opener = open.peek();
            closes = opener != null && opener.isSymbol(token.isSymbol(")") ? "(" : "[");
            open.poll();
        }
        previous = token;
        count++;
        return closes;
    }

    private void word(Token token) {
        String word = token.text();
        creates |= count == 0 && word.equals("create");
        copy |= count == 0 && word.equals("copy");
        rows |= copy && from && word.equals("stdin");
        from = word.equals("from");
        routine |= creates && count <= 3 && (word.equals("function") || word.equals("procedure"));
        if (!routine) {
            return;
        }
        Token before = previous;
        if (word.equals("atomic") && before != null && before.isWord("begin")) {
            open.push(token);
        } else if (word.equals("case") && inBody()) {
            open.push(token);
        } else if (word.equals("end") && inBody()) {
            open.pop();
        }
    }

    private boolean inBody() {
        Token opener = open.peek();
        return opener != null && opener.kind() == Kind.WORD;
    }

    boolean isReached() {
        return open.isEmpty();
    }

    /** Whether rows follow its semicolon. */
    boolean copiesRows() {
        return rows;
    }

    /** What is open still, the innermost; null for nothing. */
    @Nullable
    Token open() {
        return open.peek();
    }
}
