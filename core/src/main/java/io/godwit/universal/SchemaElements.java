package io.godwit.universal;

import io.godwit.universal.Token.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code CREATE SCHEMA a CREATE TABLE b (…) CREATE VIEW …}: one statement for each, in which the things that are made, and the tables
 * of the same statement, get the schema before their names. Stateless.
 */
final class SchemaElements {

    private static final Set<String> BEFORE_RELATIONS =
            Set.of("table", "view", "sequence", "references", "on", "from", "join");

    private SchemaElements() {}

    /** The statements that say the same; the statement itself if it makes no schema with anything in it. */
    static List<Source> of(Source statement) {
        if (!statement.text().regionMatches(true, 0, "create", 0, 6)) {
            return List.of(statement);
        }
        List<Token> tokens = new Lexer(statement).tokens();
        List<Integer> starts = starts(tokens);
        if (!tokens.get(1).isWord("schema") || starts.isEmpty()) {
            return List.of(statement);
        }
        Token name = tokens.get(tokens.get(2).isWord("if") ? 5 : 2);
        String schema = statement.text().substring(name.start(), name.end());
        Set<String> made = new HashSet<>();
        starts.forEach(start -> made.add(madeName(tokens, start)));
        List<Source> parts = new ArrayList<>();
        parts.add(statement.part(0, tokens.get(starts.get(0)).start()));
        for (int index = 0; index < starts.size(); index++) {
            int end = index + 1 < starts.size() ? starts.get(index + 1) : tokens.size() - 1;
            parts.add(element(statement, schema, made, tokens.subList(starts.get(index), end)));
        }
        return parts;
    }

    /** Where CREATE and GRANT stand outside of brackets, behind the first. */
    private static List<Integer> starts(List<Token> tokens) {
        List<Integer> starts = new ArrayList<>();
        int depth = 0;
        for (int index = 1; index < tokens.size(); index++) {
            Token token = tokens.get(index);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            boolean grants = token.isWord("grant") && !tokens.get(index - 1).isWord("with");
            if (depth == 0 && (token.isWord("create") || grants)) {
                starts.add(index);
            }
        }
        return starts;
    }

    /** What the element at hand makes: the name behind the words CREATE TABLE and their like; empty for none. */
    private static String madeName(List<Token> tokens, int start) {
        for (int index = start + 1; index < Math.min(start + 8, tokens.size() - 1); index++) {
            Token token = tokens.get(index);
            boolean relation = token.isWord("table") || token.isWord("view") || token.isWord("sequence");
            Token next = tokens.get(index + 1);
            if (relation && isName(next) && !next.isWord("if")) {
                return next.text();
            }
        }
        return "";
    }

    private static Source element(Source statement, String schema, Set<String> made, List<Token> tokens) {
        Token first = tokens.get(0);
        int end = tokens.get(tokens.size() - 1).end();
        StringBuilder text = new StringBuilder();
        int done = first.start();
        for (int index = 1; index < tokens.size(); index++) {
            Token token = tokens.get(index);
            if (isName(token)
                    && made.contains(token.text())
                    && namesRelation(tokens, index)
                    && !isFollowed(tokens, index, ".")) {
                text.append(statement.text(), done, token.start())
                        .append(schema)
                        .append('.');
                done = token.start();
            }
        }
        text.append(statement.text(), done, end);
        return new Source(text.toString().strip(), statement.at(first.start()));
    }

    private static boolean namesRelation(List<Token> tokens, int index) {
        Token before = tokens.get(index - 1);
        return before.kind() == Kind.WORD && BEFORE_RELATIONS.contains(before.text());
    }

    private static boolean isFollowed(List<Token> tokens, int index, String symbol) {
        return index + 1 < tokens.size() && tokens.get(index + 1).isSymbol(symbol);
    }

    private static boolean isName(Token token) {
        return token.kind() == Kind.NAME || (token.kind() == Kind.WORD && !ReservedWords.isReserved(token.text()));
    }
}
