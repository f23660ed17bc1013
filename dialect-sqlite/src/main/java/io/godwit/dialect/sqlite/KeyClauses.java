package io.godwit.dialect.sqlite;

import io.godwit.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of keys that column and table constraints share. */
final class KeyClauses {

    private KeyClauses() {}

    /** {@code (a, b COLLATE nocase DESC)}: the names. */
    static List<String> columns(TokenReader reader) {
        List<String> names = new ArrayList<>();
        reader.expect("(");
        do {
            names.add(reader.name());
            reader.until(",");
        } while (reader.accept(","));
        reader.expect(")");
        return names;
    }

    /** {@code a, b COLLATE nocase DESC} of what comes next in brackets, if it is more than names; the reader stays where it is. */
    static String parts(TokenReader reader) {
        String written = reader.bracketedAhead();
        return Lexer.tokens(written).stream().anyMatch(token -> token.is("COLLATE") || token.is("DESC")) ? written : "";
    }

    /** {@code ON CONFLICT IGNORE}, or nothing. */
    static String conflict(TokenReader reader) {
        return reader.accept("ON", "CONFLICT") ? "ON CONFLICT " + reader.next().text() : "";
    }

    /** What follows REFERENCES. */
    static ParsedKey foreignKey(TokenReader reader, @Nullable String name, List<String> own) {
        String table = reader.qualifiedName();
        List<String> referenced = reader.is("(") ? columns(reader) : List.of();
        ReferentialAction onDelete = ReferentialAction.NO_ACTION;
        ReferentialAction onUpdate = ReferentialAction.NO_ACTION;
        String suffix = "";
        while (true) {
            if (reader.accept("ON", "DELETE")) {
                onDelete = action(reader);
            } else if (reader.accept("ON", "UPDATE")) {
                onUpdate = action(reader);
            } else if (reader.accept("MATCH")) {
                reader.next();
            } else if (reader.accept("NOT", "DEFERRABLE")) {
                timing(reader);
            } else if (reader.accept("DEFERRABLE")) {
                suffix = ("DEFERRABLE " + timing(reader)).strip();
            } else {
                ParsedKey.Target target = new ParsedKey.Target(table, referenced, onDelete, onUpdate);
                return new ParsedKey(ParsedKey.Kind.FOREIGN, name, own, "", target, suffix);
            }
        }
    }

    private static String timing(TokenReader reader) {
        return reader.accept("INITIALLY") ? "INITIALLY " + reader.next().text() : "";
    }

    private static ReferentialAction action(TokenReader reader) {
        if (reader.accept("CASCADE")) {
            return ReferentialAction.CASCADE;
        } else if (reader.accept("RESTRICT")) {
            return ReferentialAction.RESTRICT;
        } else if (reader.accept("SET", "NULL")) {
            return ReferentialAction.SET_NULL;
        } else if (reader.accept("SET", "DEFAULT")) {
            return ReferentialAction.SET_DEFAULT;
        }
        reader.accept("NO", "ACTION");
        return ReferentialAction.NO_ACTION;
    }
}
