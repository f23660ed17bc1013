package io.godwit.universal;

import io.godwit.failure.InvalidMigrationException;
import io.godwit.schema.Name;
import io.godwit.universal.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Goes through tokens; what the parsers share. For one thread. */
final class TokenReader {

    private final Source source;
    private final List<Token> tokens;
    private int next;

    TokenReader(Source source) {
        this.source = source;
        this.tokens = new Lexer(source).tokens();
    }

    Token peek() {
        return tokens.get(next);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(next + ahead, tokens.size() - 1));
    }

    Token take() {
        Token token = tokens.get(next);
        if (token.kind() != Kind.END) {
            next++;
        }
        return token;
    }

    int at() {
        return peek().start();
    }

    boolean isWord(String word) {
        return peek().isWord(word);
    }

    /** Whether these words come next. */
    boolean areWords(String... words) {
        for (int index = 0; index < words.length; index++) {
            if (!peek(index).isWord(words[index])) {
                return false;
            }
        }
        return true;
    }

    boolean isSymbol(String symbol) {
        return peek().isSymbol(symbol);
    }

    /** Takes the words if all of them come next. */
    boolean accept(String... words) {
        if (!areWords(words)) {
            return false;
        }
        next += words.length;
        return true;
    }

    boolean acceptSymbol(String symbol) {
        if (!isSymbol(symbol)) {
            return false;
        }
        next++;
        return true;
    }

    void expect(String word) {
        if (!accept(word)) {
            throw unexpected(word.toUpperCase(Locale.ROOT) + " is missing");
        }
    }

    void expectSymbol(String symbol) {
        if (!acceptSymbol(symbol)) {
            throw unexpected("'" + symbol + "' is missing");
        }
    }

    void expectEnd() {
        if (peek().kind() != Kind.END) {
            throw unexpected("the text should end here");
        }
    }

    /** A name that may stand where a column, table or alias is named. */
    Name name() {
        Token token = peek();
        if (token.kind() == Kind.NAME || (token.kind() == Kind.WORD && !ReservedWords.isReserved(token.text()))) {
            return Identifier.of(take().text());
        }
        throw unexpected("a name is missing");
    }

    /** A name after AS or a dot: any word will do. */
    Name label() {
        Kind kind = peek().kind();
        if (kind == Kind.NAME || kind == Kind.WORD) {
            return Identifier.of(take().text());
        }
        throw unexpected("a name is missing");
    }

    /** {@code (a, b)}. */
    List<Name> bracketedNames() {
        List<Name> names = new ArrayList<>();
        expectSymbol("(");
        do {
            names.add(name());
        } while (acceptSymbol(","));
        expectSymbol(")");
        return names;
    }

    /** {@code a.b.c}. */
    List<Name> dottedNames() {
        List<Name> names = new ArrayList<>();
        names.add(name());
        while (acceptSymbol(".")) {
            names.add(label());
        }
        return names;
    }

    /** The text between two offsets, as its author wrote it. */
    String written(int start, int end) {
        return source.text().substring(start, end);
    }

    /** Where the last token that was taken ends. */
    int end() {
        return next == 0 ? 0 : tokens.get(next - 1).end();
    }

    /** Takes an opening bracket and everything up to the one that closes it. */
    void skipBrackets() {
        expectSymbol("(");
        for (int depth = 1; depth > 0; ) {
            Token token = take();
            if (token.kind() == Kind.END) {
                throw unexpected("')' is missing");
            }
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
        }
    }

    /** The tokens between two offsets. */
    List<Token> between(int start, int end) {
        return tokens.stream()
                .filter(token -> token.start() >= start && token.end() <= end && token.kind() != Kind.END)
                .toList();
    }

    /** Takes what is left. */
    void takeRest() {
        next = tokens.size() - 1;
    }

    InvalidMigrationException unexpected(String message) {
        return source.invalid(at(), message);
    }

    InvalidMigrationException invalid(int offset, String message) {
        return source.invalid(offset, message);
    }
}
