package io.godwit.dialect.sqlite;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The names under which a SELECT shows columns. PostgreSQL keeps them when a column is renamed; SQLite shows the column's new
 * name, unless the SELECT says AS.
 */
final class ViewColumns {

    private final String sql;
    private final List<Token> tokens;
    private final StringBuilder text = new StringBuilder();
    private int copied;

    private ViewColumns(String sql) {
        this.sql = sql;
        this.tokens = Lexer.tokens(sql).stream()
                .filter(token -> token.kind() != Token.Kind.COMMENT)
                .toList();
    }

    /** Whether a star shows columns without naming them. */
    static boolean hasStar(String sql) {
        List<Token> tokens = new ViewColumns(sql).tokens;
        for (int at = 1; at < tokens.size(); at++) {
            Token before = tokens.get(at - 1);
            if (tokens.get(at).is("*")
                    && (before.is("SELECT") || before.is(",") || before.is(".") || before.is("DISTINCT"))) {
                return true;
            }
        }
        return false;
    }

    /** With {@code AS column} wherever a SELECT list has that column and nothing else in one place. */
    static String withAlias(String sql, String column) {
        ViewColumns view = new ViewColumns(sql);
        Deque<Boolean> lists = new ArrayDeque<>();
        boolean list = false;
        int item = 0;
        for (int at = 0; at < view.tokens.size(); at++) {
            Token token = view.tokens.get(at);
            if (token.is("(")) {
                lists.push(list);
                list = false;
            } else if (token.is(")")) {
                view.itemEnds(list, item, at, column);
                list = !lists.isEmpty() && lists.pop();
            } else if (token.is("SELECT") || token.is("DISTINCT") || token.is("ALL")) {
                list = true;
                item = at + 1;
            } else if (list && (token.is(",") || token.is("FROM"))) {
                view.itemEnds(true, item, at, column);
                list = token.is(",");
                item = at + 1;
            }
        }
        return view.text.append(sql.substring(view.copied)).toString();
    }

    private void itemEnds(boolean list, int item, int end, String column) {
        boolean alone = list
                && (end - item == 1 || (end - item == 3 && tokens.get(item + 1).is(".")));
        if (alone && tokens.get(end - 1).names(column)) {
            copy(tokens.get(end - 1).end());
            text.append(" AS ").append(EngineText.name(column));
        }
    }

    /** Without {@code AS column} after that very column: what {@link #withAlias} wrote before a rename that was taken back. */
    static String withoutIdleAliases(String sql) {
        ViewColumns view = new ViewColumns(sql);
        for (int at = 0; at + 3 < view.tokens.size(); at++) {
            Token column = view.tokens.get(at);
            Token next = view.tokens.get(at + 3);
            boolean idle = column.isName()
                    && view.tokens.get(at + 1).is("AS")
                    && view.tokens.get(at + 2).names(column.value())
                    && (next.is(",") || next.is("FROM"));
            if (idle) {
                view.copy(column.end());
                view.copied = view.tokens.get(at + 2).end();
            }
        }
        return view.text.append(sql.substring(view.copied)).toString();
    }

    private void copy(int end) {
        text.append(sql, copied, end);
        copied = end;
    }
}
