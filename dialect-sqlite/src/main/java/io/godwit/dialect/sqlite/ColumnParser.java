package io.godwit.dialect.sqlite;

import io.godwit.dialect.sqlite.ParsedColumn.ParsedCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one column of a CREATE TABLE. */
final class ColumnParser {

    private static final Set<String> CONSTRAINTS = Set.of(
            "CONSTRAINT",
            "PRIMARY",
            "NOT",
            "NULL",
            "UNIQUE",
            "CHECK",
            "DEFAULT",
            "COLLATE",
            "REFERENCES",
            "GENERATED",
            "AS",
            "DEFERRABLE");

    private final TokenReader reader;
    private final List<ParsedKey> keys;
    private final List<ParsedCheck> checks = new ArrayList<>();
    private boolean notNull;
    private String notNullConflict = "";
    private boolean autoincrement;
    private @Nullable String defaultText;
    private @Nullable String collation;
    private @Nullable String generated;
    private boolean stored;

    /** @param keys takes the column's keys */
    ColumnParser(TokenReader reader, List<ParsedKey> keys) {
        this.reader = reader;
        this.keys = keys;
    }

    ParsedColumn column() {
        String name = reader.name();
        String declared = type();
        while (!reader.is(",") && !reader.is(")") && !reader.atEnd()) {
            constraint(name, reader.accept("CONSTRAINT") ? reader.name() : null);
        }
        String comment = reader.commentBefore();
        return new ParsedColumn(
                name,
                declared,
                notNull,
                notNullConflict,
                autoincrement,
                defaultText,
                collation,
                generated,
                stored,
                checks,
                comment == null ? null : SqliteComment.read(comment));
    }

    private String type() {
        StringBuilder type = new StringBuilder();
        while (!reader.is(",") && !reader.is(")") && !reader.atEnd() && !reader.isAny(CONSTRAINTS)) {
            if (reader.is("(")) {
                type.append('(')
                        .append(reader.bracketed().replaceAll("\\s", ""))
                        .append(')');
            } else {
                type.append(type.isEmpty() ? "" : " ").append(reader.name());
            }
        }
        return type.toString();
    }

    private void constraint(String column, @Nullable String name) {
        if (reader.accept("CHECK")) {
            checks.add(new ParsedCheck(name, reader.bracketed()));
            KeyClauses.conflict(reader);
        } else if (reader.accept("NOT", "NULL")) {
            notNull = true;
            notNullConflict = KeyClauses.conflict(reader);
        } else if (reader.accept("PRIMARY", "KEY")) {
            primaryKey(column, name);
        } else if (reader.accept("UNIQUE")) {
            keys.add(
                    new ParsedKey(ParsedKey.Kind.UNIQUE, name, List.of(column), "", null, KeyClauses.conflict(reader)));
        } else if (reader.accept("REFERENCES")) {
            keys.add(KeyClauses.foreignKey(reader, name, List.of(column)));
        } else if (reader.accept("DEFAULT")) {
            defaultText = defaultText();
        } else if (reader.accept("COLLATE")) {
            collation = reader.name();
        } else if (reader.accept("GENERATED", "ALWAYS", "AS") || reader.accept("AS")) {
            generated = reader.bracketed();
            stored = reader.accept("STORED");
            reader.accept("VIRTUAL");
        } else if (!reader.accept("NULL") && name == null) {
            reader.next();
        }
    }

    private void primaryKey(String column, @Nullable String name) {
        boolean descending = reader.accept("DESC");
        reader.accept("ASC");
        String conflict = KeyClauses.conflict(reader);
        autoincrement = reader.accept("AUTOINCREMENT");
        keys.add(
                new ParsedKey(ParsedKey.Kind.PRIMARY, name, List.of(column), "", null, descending ? "DESC" : conflict));
    }

    private String defaultText() {
        if (reader.is("(")) {
            return "(" + reader.bracketed() + ")";
        }
        String sign = reader.accept("-") ? "-" : "";
        reader.accept("+");
        return sign + reader.next().text();
    }
}
