package io.godwit.dialect.sqlite;

import io.godwit.dialect.sqlite.ParsedColumn.ParsedCheck;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the text of any CREATE TABLE that SQLite keeps: https://sqlite.org/lang_createtable.html. */
final class TableParser {

    private static final Set<String> CONSTRAINTS = Set.of("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");

    private final TokenReader reader;
    private final List<ParsedColumn> columns = new ArrayList<>();
    private final List<ParsedKey> keys = new ArrayList<>();
    private final List<ParsedCheck> checks = new ArrayList<>();

    private TableParser(String sql) {
        this.reader = new TokenReader(sql);
    }

    /** @throws IllegalArgumentException if it is no CREATE TABLE with columns, such as that of a virtual table */
    static ParsedTable parse(String sql) {
        return new TableParser(sql).table();
    }

    private ParsedTable table() {
        reader.expect("CREATE");
        if (!reader.accept("TEMP")) {
            reader.accept("TEMPORARY");
        }
        reader.expect("TABLE");
        reader.accept("IF", "NOT", "EXISTS");
        String name = reader.qualifiedName();
        String comment = reader.commentBefore();
        reader.expect("(");
        do {
            if (reader.isAny(CONSTRAINTS)) {
                constraints();
            } else {
                columns.add(new ColumnParser(reader, keys).column());
            }
        } while (reader.accept(","));
        reader.expect(")");
        return new ParsedTable(
                name, columns, keys, checks, options(), comment == null ? null : SqliteComment.read(comment));
    }

    /** One after the other: the comma between them may be missing. */
    private void constraints() {
        while (reader.isAny(CONSTRAINTS)) {
            String name = reader.accept("CONSTRAINT") ? reader.name() : null;
            if (reader.isAny(CONSTRAINTS) && !reader.is("CONSTRAINT")) {
                constraint(name);
            }
        }
    }

    private void constraint(@Nullable String name) {
        if (reader.accept("CHECK")) {
            checks.add(new ParsedCheck(name, reader.bracketed()));
            KeyClauses.conflict(reader);
        } else if (reader.accept("PRIMARY", "KEY")) {
            keys.add(key(ParsedKey.Kind.PRIMARY, name));
        } else if (reader.accept("UNIQUE")) {
            keys.add(key(ParsedKey.Kind.UNIQUE, name));
        } else {
            reader.expect("FOREIGN");
            reader.expect("KEY");
            List<String> own = KeyClauses.columns(reader);
            reader.expect("REFERENCES");
            keys.add(KeyClauses.foreignKey(reader, name, own));
        }
    }

    private ParsedKey key(ParsedKey.Kind kind, @Nullable String name) {
        String parts = KeyClauses.parts(reader);
        List<String> own = KeyClauses.columns(reader);
        return new ParsedKey(kind, name, own, parts, null, KeyClauses.conflict(reader));
    }

    private Set<SqliteOptions> options() {
        Set<SqliteOptions> options = EnumSet.noneOf(SqliteOptions.class);
        while (!reader.atEnd()) {
            if (reader.accept("WITHOUT", "ROWID")) {
                options.add(SqliteOptions.WITHOUT_ROWID);
            } else if (reader.accept("STRICT")) {
                options.add(SqliteOptions.STRICT);
            } else {
                reader.next();
            }
        }
        return options;
    }
}
