package io.godwit.dialect.sqlite;

import io.godwit.schema.Name;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What keeps a trigger that updates its own table from answering its own update. */
final class TriggerLoop {

    private final Map<Name, String> set;
    private final SqliteSyntax syntax = new SqliteSyntax();

    /** @param set column to SQL, over NEW and OLD */
    TriggerLoop(Map<Name, String> set) {
        this.set = set;
    }

    /** Whether a value is made of one that the trigger sets, so that doing it twice is not doing it once. */
    boolean feedsItself() {
        return set.values().stream().anyMatch(sql -> set.keySet().stream().anyMatch(column -> reads(sql, column)));
    }

    /** Whether what the trigger's own update looks like cannot be said beforehand. */
    boolean isUnforeseeable() {
        return set.values().stream().anyMatch(TriggerLoop::isRandom)
                || (feedsItself() && set.values().stream().anyMatch(TriggerLoop::readsOld));
    }

    /** A condition of the update itself: only a row that has not got the values yet. */
    String stillToDo() {
        return set.entrySet().stream()
                .map(entry -> syntax.name(entry.getKey()) + " IS NOT (" + entry.getValue() + ")")
                .collect(Collectors.joining(" OR ", " AND (", ")"));
    }

    /** A condition over OLD and NEW that only the trigger's own update meets: it sets these columns so, and no other. */
    String signature(List<Name> others) {
        String same = others.stream()
                .map(column -> "NEW." + syntax.name(column) + " IS OLD." + syntax.name(column))
                .collect(Collectors.joining(" AND "));
        String made = set.entrySet().stream()
                .map(entry -> "NEW." + syntax.name(entry.getKey()) + " IS (" + ofOld(entry.getValue()) + ")")
                .collect(Collectors.joining(" AND "));
        return same.isEmpty() ? made : same + " AND " + made;
    }

    private static boolean reads(String sql, Name column) {
        List<Token> tokens = Lexer.tokens(sql);
        for (int at = 2; at < tokens.size(); at++) {
            if (tokens.get(at).names(column.text())
                    && tokens.get(at - 1).is(".")
                    && tokens.get(at - 2).names("new")) {
                return true;
            }
        }
        return false;
    }

    private static boolean readsOld(String sql) {
        return Lexer.tokens(sql).stream().anyMatch(token -> token.names("old"));
    }

    private static boolean isRandom(String sql) {
        return Lexer.tokens(sql).stream().anyMatch(token -> token.is("random") || token.is("randomblob"));
    }

    private static String ofOld(String sql) {
        StringBuilder old = new StringBuilder();
        int copied = 0;
        for (Token token : Lexer.tokens(sql)) {
            if (token.names("new")) {
                old.append(sql, copied, token.start()).append("OLD");
                copied = token.end();
            }
        }
        return old.append(sql.substring(copied)).toString();
    }
}
