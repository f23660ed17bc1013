package io.godwit.dialect.sqlite;

import io.godwit.schema.TableName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which tables and views a statement reads or writes, told from where names stand in it; folded, in lower case. */
final class TableMentions {

    private static final Set<String> OPENING = Set.of("FROM", "JOIN", "INTO", "UPDATE", "TABLE");
    private static final Set<String> CLOSING = Set.of(
            "SELECT",
            "WHERE",
            "GROUP",
            "ORDER",
            "HAVING",
            "LIMIT",
            "WINDOW",
            "SET",
            "VALUES",
            "UNION",
            "EXCEPT",
            "INTERSECT");

    private static final Set<String> HEAD =
            Set.of("OR", "ROLLBACK", "ABORT", "REPLACE", "FAIL", "IGNORE", "IF", "NOT", "EXISTS", "LATERAL");

    private final List<Token> tokens;
    private final Set<String> names = new TreeSet<>();
    private final Deque<Boolean> inFrom = new ArrayDeque<>();
    private boolean from;
    private boolean expected;
    private @Nullable String schema;

    private TableMentions(String sql) {
        this.tokens = Lexer.tokens(sql).stream()
                .filter(token -> token.kind() != Token.Kind.COMMENT)
                .toList();
    }

    static boolean mentions(String sql, TableName table) {
        return new TableMentions(sql).read().contains(table.folded().caseless());
    }

    private Set<String> read() {
        for (int at = 0; at < tokens.size(); at++) {
            read(tokens.get(at), at + 1 < tokens.size() && tokens.get(at + 1).is("."));
        }
        return names;
    }

    private void read(Token token, boolean qualifies) {
        if (token.is("(")) {
            inFrom.push(from);
            from = expected;
        } else if (token.is(")")) {
            from = !inFrom.isEmpty() && inFrom.pop();
            expected = false;
        } else if (token.kind() == Token.Kind.WORD
                && OPENING.contains(token.text().toUpperCase(Locale.ROOT))) {
            from = true;
            expected = true;
        } else if (token.kind() == Token.Kind.WORD
                && CLOSING.contains(token.text().toUpperCase(Locale.ROOT))) {
            from = false;
            expected = false;
        } else if (token.is(",")) {
            expected = from;
        } else if (expected && token.isName() && !token.value().isBlank()) {
            name(token, qualifies);
        }
    }

    private void name(Token token, boolean qualifies) {
        if (qualifies) {
            schema = token.value();
        } else if (!isHeadWord(token)) {
            TableName name = schema == null ? TableName.of(token.value()) : TableName.of(schema, token.value());
            names.add(name.folded().caseless());
            schema = null;
            expected = false;
        }
    }

    /** {@code UPDATE OR REPLACE t}: the table comes after. */
    private static boolean isHeadWord(Token token) {
        return token.kind() == Token.Kind.WORD && HEAD.contains(token.text().toUpperCase(Locale.ROOT));
    }
}
