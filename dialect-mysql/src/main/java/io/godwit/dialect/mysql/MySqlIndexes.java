package io.godwit.dialect.mysql;

import io.godwit.dialect.IdentifierText;
import io.godwit.schema.Column;
import io.godwit.schema.Expression;
import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.IndexMethod;
import io.godwit.schema.Name;
import io.godwit.schema.NativeType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.VarcharType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The clauses of ALTER TABLE that make and drop an index. What an index of MySQL cannot be on by itself, an expression or the rows
 * that a condition takes, is a functional part there, and a hidden generated column in MariaDB.
 */
final class MySqlIndexes {

    private static final int CHARACTERS_OF_AN_EXPRESSION = 512;
    private static final int CHARACTERS_OF_A_START = 191;
    private static final int BYTES_OF_A_START = 767;

    private final MySqlText text;
    private final Table table;
    private final Consumer<String> notes;

    MySqlIndexes(MySqlText text, Table table, Consumer<String> notes) {
        this.text = text;
        this.table = table;
        this.notes = notes;
    }

    /** {@code ADD INDEX …}, with the columns that it needs before it. */
    List<String> add(Index given) {
        Index index = fitting(given);
        List<String> clauses = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (IndexColumn part : index.columns()) {
            parts.add(part(index, part, parts.size(), clauses));
        }
        Expression where = index.where();
        if (where != null && index.unique()) {
            parts.add(condition(index, text.expression(where, table.name()), parts.size(), clauses));
        }
        String kind = index.unique() ? "UNIQUE " : index.method() == IndexMethod.FULLTEXT ? "FULLTEXT " : "";
        clauses.add("ADD " + kind + "INDEX " + text.name(name(index)) + " (" + String.join(", ", parts) + ")"
                + IndexMark.write(index));
        return clauses;
    }

    /** 1 for the rows that a unique index takes; a part that is NULL keeps no rows apart. */
    private String condition(Index index, String where, int at, List<String> clauses) {
        return hidden(index, at, "TINYINT", "CASE WHEN " + where + " THEN 1 END", clauses);
    }

    /** {@code DROP INDEX …}, with the columns that were made for it. */
    List<String> drop(Index index) {
        List<String> clauses = new ArrayList<>(List.of("DROP INDEX " + text.name(name(index))));
        if (text.syntax().isMariaDb()) {
            for (int at = 0; at < index.columns().size(); at++) {
                if (isHidden(index, index.columns().get(at))) {
                    clauses.add("DROP COLUMN " + text.name(HiddenColumn.name(name(index), at)));
                }
            }
            if (index.where() != null && index.unique()) {
                clauses.add("DROP COLUMN "
                        + text.name(
                                HiddenColumn.name(name(index), index.columns().size())));
            }
        }
        return clauses;
    }

    private static Name name(Index index) {
        return Objects.requireNonNull(index.name());
    }

    /** Whether it needs a column of its own where there are no functional parts. */
    boolean hides(Index index) {
        return text.syntax().isMariaDb()
                && (index.columns().stream().anyMatch(part -> isHidden(index, part))
                        || (index.where() != null && index.unique()));
    }

    private boolean isHidden(Index index, IndexColumn part) {
        Column column = column(part);
        return part.expression() != null
                || (column != null && isUnordered(column) && index.method() != IndexMethod.FULLTEXT);
    }

    private String part(Index index, IndexColumn part, int at, List<String> clauses) {
        String order = part.descending() ? " DESC" : "";
        Expression expression = part.expression();
        if (expression != null) {
            return expressionPart(
                            index, text.expression(expression, table.name()), mentionsLarge(expression), at, clauses)
                    + order;
        }
        Name name = Objects.requireNonNull(part.name());
        Column column = column(part);
        if (column == null || index.method() == IndexMethod.FULLTEXT || !text.isLarge(column)) {
            return text.name(name) + start(index, column) + order;
        }
        if (index.unique()) {
            new KeyCheck(text, table).check("the unique index " + index.name() + " of " + table.name(), List.of(name));
        }
        return isUnordered(column)
                ? hidden(index, at, "CHAR(64)", "SHA2(" + text.name(name) + ", 256)", clauses) + order
                : text.name(name) + "(" + prefix(column) + ")" + order;
    }

    /** The start of a long text, where all parts together have more bytes than an index may; a key is refused before. */
    private String start(Index index, @Nullable Column column) {
        boolean tooLong = column != null
                && column.type() instanceof VarcharType varchar
                && varchar.length() > CHARACTERS_OF_A_START
                && index.method() != IndexMethod.FULLTEXT
                && bytes(index) > KeyCheck.MOST_BYTES;
        if (tooLong && index.unique()) {
            List<Name> names = index.columns().stream()
                    .map(IndexColumn::name)
                    .filter(Objects::nonNull)
                    .toList();
            new KeyCheck(text, table).check("the unique index " + index.name() + " of " + table.name(), names);
        }
        return tooLong ? "(" + CHARACTERS_OF_A_START + ")" : "";
    }

    private int bytes(Index index) {
        return index.columns().stream()
                .map(this::column)
                .filter(Objects::nonNull)
                .mapToInt(column -> text.isLarge(column) ? BYTES_OF_A_START : KeyCheck.bytes(column))
                .sum();
    }

    /** Whether an index of the start of a column takes as much of it as Godwit's do. */
    static boolean isOwnStart(int length) {
        return length == CHARACTERS_OF_A_START || length == BYTES_OF_A_START;
    }

    /** In characters, or bytes; short enough that other columns of the index can grow. */
    private static int prefix(Column column) {
        return column.type() == SimpleType.BYTES ? BYTES_OF_A_START : CHARACTERS_OF_A_START;
    }

    /** An expression of texts has no length that an index could take, so that its start is indexed, or for a key its hash. */
    private String expressionPart(Index index, String expression, boolean large, int at, List<String> clauses) {
        String type = "VARCHAR(" + CHARACTERS_OF_AN_EXPRESSION + ") COLLATE "
                + text.syntax().exactCollation();
        String start = "LEFT(" + expression + ", " + CHARACTERS_OF_AN_EXPRESSION + ")";
        if (text.syntax().isMariaDb()) {
            return index.unique()
                    ? hidden(index, at, "CHAR(64)", "SHA2(" + expression + ", 256)", clauses)
                    : hidden(index, at, type, start, clauses);
        }
        if (!large) {
            return "(" + expression + ")";
        }
        return index.unique()
                ? "(SHA2(" + expression + ", 256))"
                : "(CAST(" + start + " AS CHAR(" + CHARACTERS_OF_AN_EXPRESSION + ")))";
    }

    private String hidden(Index index, int at, String type, String expression, List<String> clauses) {
        if (!text.syntax().isMariaDb()) {
            return "(" + expression + ")";
        }
        Name name = HiddenColumn.name(name(index), at);
        clauses.add(new HiddenColumn(name, type, expression).add(text));
        return text.name(name);
    }

    private boolean mentionsLarge(Expression expression) {
        IdentifierText identifiers = new IdentifierText(expression.text());
        return table.columns().stream().anyMatch(column -> text.isLarge(column) && identifiers.mentions(column.name()));
    }

    private @Nullable Column column(IndexColumn part) {
        Name name = part.name();
        return name == null ? null : table.column(name).orElse(null);
    }

    /** JSON has no order, and vectors have none that an index knows. */
    private boolean isUnordered(Column column) {
        String type = text.type(column.type()).toUpperCase(Locale.ROOT);
        boolean json = type.startsWith("JSON") && !text.syntax().isMariaDb();
        return (json || type.startsWith("VECTOR")) && !(column.type() instanceof NativeType);
    }

    /** What the engine has of it; what it has not and no answer depends on is left out with a finding. */
    private Index fitting(Index index) {
        TableName on = table.name();
        if (!index.include().isEmpty()) {
            notes.accept("There is no INCLUDE here: the index " + index.name() + " of " + on + " goes without "
                    + index.include() + ".");
        }
        if (index.columns().stream().anyMatch(part -> part.nullsFirst() != null)) {
            notes.accept("NULLs have one place in every index here: " + index.name() + " of " + on
                    + " says nothing of them.");
        }
        Expression where = index.where();
        if (where != null && !index.unique()) {
            notes.accept("There are no partial indexes here: " + index.name() + " of " + on + " holds every row.");
        }
        if (index.method() == IndexMethod.FULLTEXT) {
            if (index.unique() || index.columns().stream().anyMatch(part -> part.expression() != null)) {
                throw text.refuse(
                        "the full-text index " + index.name() + " of " + on,
                        "it takes columns only and cannot be unique",
                        "an index of the method btree");
            }
            return index.withWhere(null);
        }
        if (index.method() != IndexMethod.BTREE) {
            notes.accept("There are no " + index.method() + " indexes here: " + index.name() + " of " + on
                    + " is a plain one.");
        }
        return new Index(
                index.name(),
                index.columns(),
                index.unique(),
                index.unique() ? where : null,
                List.of(),
                IndexMethod.BTREE);
    }
}
