package io.godwit.dialect.sqlite;

import io.godwit.schema.Column;
import io.godwit.schema.Expression;
import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.IndexMethod;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the text of a CREATE INDEX. */
final class IndexReader {

    private final TokenReader reader;
    private final Table table;

    private IndexReader(String sql, Table table) {
        this.reader = new TokenReader(sql);
        this.table = table;
    }

    /** Null for an index that no portable one stands for, such as one with a collation of its own. */
    static @Nullable Index read(String sql, Table table) {
        return new IndexReader(sql, table).index();
    }

    private @Nullable Index index() {
        reader.expect("CREATE");
        boolean unique = reader.accept("UNIQUE");
        reader.expect("INDEX");
        reader.accept("IF", "NOT", "EXISTS");
        String name = reader.qualifiedName();
        reader.expect("ON");
        reader.name();
        reader.expect("(");
        List<IndexColumn> parts = new ArrayList<>();
        do {
            IndexColumn part = part();
            if (part == null) {
                return null;
            }
            parts.add(part);
        } while (reader.accept(","));
        reader.expect(")");
        Expression where = reader.accept("WHERE") ? expression(reader.rest()) : null;
        return new Index(Name.of(name), parts, unique, where, List.of(), IndexMethod.BTREE);
    }

    private @Nullable IndexColumn part() {
        String text = reader.until(",", "ASC", "DESC", "COLLATE");
        if (reader.is("COLLATE")) {
            return null;
        }
        boolean descending = reader.accept("DESC");
        reader.accept("ASC");
        Optional<Name> column = column(text);
        return column.isPresent()
                ? new IndexColumn(column.get(), null, descending, null)
                : new IndexColumn(null, expression(withoutBrackets(text)), descending, null);
    }

    private Expression expression(String text) {
        return Expression.ofEngine(EngineText.of(
                text,
                table.columns().stream().map(column -> column.name().text()).toList()));
    }

    private Optional<Name> column(String text) {
        List<Token> tokens = Lexer.tokens(text);
        return tokens.size() != 1
                ? Optional.empty()
                : table.columns().stream()
                        .map(Column::name)
                        .filter(name ->
                                tokens.get(0).isName() && tokens.get(0).value().equalsIgnoreCase(name.text()))
                        .findFirst();
    }

    /** Brackets around the whole are written again with the index. */
    private static String withoutBrackets(String text) {
        TokenReader inside = new TokenReader(text);
        if (!inside.is("(")) {
            return text;
        }
        String bracketed = inside.bracketed();
        return inside.atEnd() ? bracketed : text;
    }
}
