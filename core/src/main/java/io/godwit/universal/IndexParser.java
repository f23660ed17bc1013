package io.godwit.universal;

import io.godwit.operation.CreateIndex;
import io.godwit.operation.Operation;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Expression;
import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.IndexMethod;
import io.godwit.schema.Name;
import io.godwit.schema.SimpleType;
import io.godwit.schema.TableName;
import io.godwit.universal.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads CREATE INDEX, from behind INDEX. For one thread. */
final class IndexParser {

    private final Reading reading;
    private final TokenReader tokens;
    private final List<IndexColumn> columns = new ArrayList<>();
    private @Nullable String operatorClass;

    IndexParser(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
    }

    List<Operation> operations(boolean unique) {
        boolean concurrently = tokens.accept("concurrently");
        boolean ifNotExists = reading.ifNotExists();
        Name name = tokens.isWord("on") ? null : tokens.name();
        tokens.expect("on");
        tokens.accept("only");
        TableName table = reading.tableName();
        int at = tokens.at();
        String method = tokens.accept("using") ? tokens.label().text() : "btree";
        columns();
        List<Name> include = tokens.accept("include") ? tokens.bracketedNames() : List.of();
        ConstraintParser behind = new ConstraintParser(reading);
        behind.nullsDistinct();
        behind.storage();
        if (tokens.accept("tablespace")) {
            tokens.name();
            reading.note("TABLESPACE is left out");
        }
        Expression where = tokens.accept("where") ? reading.expression() : null;
        IndexMethod kind = method(at, method, table);
        if (kind == null || isOnStoredView(table)) {
            return leftOut(at, unique, name, table);
        }
        Index index = new Index(name, columns, unique, where, include, kind);
        UsualNames names = new UsualNames(table);
        reading.schema().table(table).ifPresent(names::besides);
        return List.of(new CreateIndex(table, names.named(index), concurrently, ifNotExists));
    }

    private void columns() {
        tokens.expectSymbol("(");
        do {
            columns.add(column());
        } while (tokens.acceptSymbol(","));
        tokens.expectSymbol(")");
    }

    private IndexColumn column() {
        int start = tokens.at();
        Node node = reading.expressions().operandOfKeyWord();
        int end = tokens.end();
        Name name = node instanceof Node.ColumnReference column
                        && column.qualifiers().isEmpty()
                ? column.name()
                : null;
        Expression expression = name == null ? reading.expression(start, end) : null;
        if (node instanceof Node.Brackets && expression != null) {
            expression = reading.expression(start + 1, end - 1);
        }
        classAndCollation();
        boolean descending = tokens.accept("desc");
        if (!descending) {
            tokens.accept("asc");
        }
        Boolean nullsFirst =
                tokens.accept("nulls", "first") ? Boolean.TRUE : tokens.accept("nulls", "last") ? Boolean.FALSE : null;
        return new IndexColumn(name, expression, descending, nullsFirst);
    }

    private void classAndCollation() {
        boolean named = tokens.peek().kind() == Kind.NAME
                || (tokens.peek().kind() == Kind.WORD
                        && !tokens.isWord("asc")
                        && !tokens.isWord("desc")
                        && !tokens.isWord("nulls"));
        if (named) {
            List<Name> names = tokens.dottedNames();
            operatorClass = names.get(names.size() - 1).text();
            if (tokens.isSymbol("(")) {
                tokens.skipBrackets();
            }
        }
    }

    /** What the index is for; null if no other engine has such an index. */
    private @Nullable IndexMethod method(int at, String method, TableName table) {
        String ops = operatorClass == null ? "" : operatorClass;
        if (!ops.isEmpty() && reading.passesUnknown()) {
            throw reading.unsupported(at, "operator class " + ops, "it is PostgreSQL's own", "the index without it");
        }
        return switch (method.toLowerCase(Locale.ROOT)) {
            case "btree" -> IndexMethod.BTREE;
            case "hash", "brin" -> {
                reading.note("an index USING " + method + " becomes an ordinary one");
                yield IndexMethod.BTREE;
            }
            case "gin" -> isOnJson(table) ? IndexMethod.JSON : null;
            case "hnsw", "ivfflat" -> IndexMethod.VECTOR;
            default -> null;
        };
    }

    private boolean isOnJson(TableName table) {
        Name name = columns.get(0).name();
        ColumnType type = name == null
                ? null
                : reading.schema()
                        .table(table)
                        .flatMap(found -> found.column(name))
                        .map(found -> found.type())
                        .orElse(null);
        return columns.size() == 1 && type == SimpleType.JSON;
    }

    /** A stored view is a plain one where the engine has no stored views, and a plain view has no indexes. */
    private boolean isOnStoredView(TableName table) {
        return !reading.passesUnknown() && reading.schema().view(table).isPresent();
    }

    /** An index that is not unique changes no answer. */
    private List<Operation> leftOut(int at, boolean unique, @Nullable Name name, TableName table) {
        if ((unique && reading.schema().view(table).isEmpty()) || reading.passesUnknown()) {
            throw reading.unsupported(
                    at, "index of this method", "other engines have no such index", "an index without USING");
        }
        if (name != null) {
            reading.definitions().leaveOutIndex(table.sibling(name));
        }
        reading.note("index " + (name == null ? "" : name + " ") + "on " + table
                + " is left out: the engine has none of this kind, and no answer depends on it");
        return List.of();
    }
}
