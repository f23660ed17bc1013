package io.godwit.universal;

import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Primary keys that a script adds to tables after it has made them, as dumps do. Tables get them at once: some engines number only
 * rows of a key. Mutable, for one thread.
 */
final class LaterKeys {

    private final Map<TableName, ConstraintDraft.Key> keys = new HashMap<>();

    void addAll(LaterKeys others) {
        keys.putAll(others.keys);
    }

    /** Looks at a script before any of it is read. */
    void scan(List<Source> script) {
        if (script.stream().map(Source::text).noneMatch(LaterKeys::mayAdd)) {
            return;
        }
        Set<TableName> tables = new HashSet<>();
        for (Source statement : script) {
            String text = statement.text();
            if (text.regionMatches(true, 0, "create", 0, 6)) {
                TokenReader tokens = new TokenReader(statement);
                if (tokens.accept("create", "table") || tokens.accept("create", "unlogged", "table")) {
                    tables.add(SerialColumns.name(tokens));
                }
            } else if (mayAdd(text)) {
                added(new TokenReader(statement), tables);
            }
        }
    }

    private static boolean mayAdd(String text) {
        return text.regionMatches(true, 0, "alter", 0, 5)
                && text.length() < 1000
                && text.toLowerCase(Locale.ROOT).contains("primary");
    }

    private void added(TokenReader tokens, Set<TableName> tables) {
        if (!tokens.accept("alter", "table")) {
            return;
        }
        tokens.accept("only");
        TableName table = SerialColumns.name(tokens);
        if (!tokens.accept("add") || !tables.contains(table)) {
            return;
        }
        Name name = tokens.accept("constraint") ? tokens.name() : null;
        if (tokens.accept("primary", "key") && tokens.isSymbol("(")) {
            List<Name> columns = tokens.bracketedNames();
            if (tokens.peek().kind() == Token.Kind.END) {
                keys.put(table, new ConstraintDraft.Key(name, columns));
            }
        }
    }

    /** The key that the table gets later; null for none. */
    ConstraintDraft.@Nullable Key of(TableName table) {
        return keys.get(table);
    }

    /** Whether the table has the key already. */
    boolean isDone(TableName table, ConstraintDraft.Key key) {
        return key.equals(keys.get(table));
    }
}
