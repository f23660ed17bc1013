package io.godwit.universal;

import io.godwit.dialect.Clause;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import io.godwit.universal.QueryTree.Item;
import io.godwit.universal.QueryTree.Relation;
import io.godwit.universal.QueryTree.Select;
import io.godwit.universal.StatementTree.Assignment;
import io.godwit.universal.StatementTree.Conflict;
import io.godwit.universal.StatementTree.Insert;
import io.godwit.universal.StatementTree.Update;
import io.godwit.universal.StatementTree.With;
import java.util.ArrayList;
import java.util.List;

/**
 * ON CONFLICT for engines that have no such thing: an UPDATE of the rows that are there, then an INSERT of those that are not. For one
 * thread.
 *
 * <p>What engines have instead means something else: ON DUPLICATE KEY UPDATE goes by every key, INSERT IGNORE hides other errors,
 * and MERGE takes no lock by itself.
 */
final class ConflictRewriting {

    static final Name EXCLUDED = Name.of("excluded");
    private static final Name PRESENT = Name.of("godwit_present");
    private static final Name SOURCE = Name.of("godwit_source");
    private static final Name TWICE = Name.of("godwit_twice");
    private static final Name ROW = Name.of("godwit_row");

    private final Translation translation;
    private final Insert insert;
    private final Conflict conflict;
    private final TableName table;
    private final int at;

    ConflictRewriting(Translation translation, Insert insert, Conflict conflict) {
        this.translation = translation;
        this.insert = insert;
        this.conflict = conflict;
        this.at = conflict.at();
        this.table = new RelationWriter(translation, Scope.NONE).name(insert.target());
    }

    /** The statement itself where the engine has ON CONFLICT. */
    List<StatementTree> statements() {
        if (translation.passesUnknown() || isLeftToTheEngine()) {
            return List.of(insert);
        }
        QueryTree query = insert.query();
        List<List<Name>> keys = new ConflictKeys(translation, table, conflict).list();
        if (query == null) {
            throw translation.unsupported(
                    at, "DEFAULT VALUES with ON CONFLICT", "it names no values to compare", "the values themselves");
        }
        With with = with(query);
        ProposedRows rows = new ProposedRows(translation, table, insert, withTables(query, with));
        ConflictCheck check = new ConflictCheck(translation, table, conflict, rows, with);
        List<List<Name>> met = check.met(keys);
        if (translation.has(Clause.ON_CONFLICT)) {
            boolean once = met.isEmpty() || ConflictCheck.values(rows, met.get(0)) == KeyValues.DIFFER;
            if (!conflict.assignments().isEmpty() && rows.rows().size() != 1 && check.rereads(label())) {
                requireKnown(once);
                return replacing(rows, met.isEmpty() ? List.of() : met.get(0), with);
            }
            return List.of(new ConflictInsert(translation, insert, conflict, rows, with).written(met));
        }
        check.requireFilled();
        return conflict.assignments().isEmpty()
                ? skipping(rows, met, with, check)
                : replacing(rows, met.isEmpty() ? List.of() : met.get(0), with);
    }

    /** What cannot be looked up is written as it is where the engine has ON CONFLICT. */
    private boolean isLeftToTheEngine() {
        boolean unknown = translation.has(Clause.ON_CONFLICT)
                && translation.schema().table(table).isEmpty();
        return unknown
                && conflict.constraint() == null
                && (conflict.assignments().isEmpty() || !conflict.target().isEmpty());
    }

    /** Common tables go before the statements, or into the rows' query where they cannot. */
    private With with(QueryTree query) {
        boolean inside = translation.has(Clause.NESTED_WITH);
        return new With(insert.with().at(), isRecursive(query), inside ? List.of() : tables(query));
    }

    private QueryTree withTables(QueryTree query, With with) {
        List<QueryTree.CommonTable> inside = with.tables().isEmpty() ? tables(query) : List.of();
        return query.withTables(isRecursive(query), inside);
    }

    private List<QueryTree.CommonTable> tables(QueryTree query) {
        List<QueryTree.CommonTable> tables = new ArrayList<>(insert.with().tables());
        tables.addAll(query.with());
        return tables;
    }

    private boolean isRecursive(QueryTree query) {
        return insert.with().recursive() || query.recursive();
    }

    /** The engine's own ON CONFLICT shows a row what those before it have done. */
    private void requireKnown(boolean differ) {
        if (!differ) {
            throw translation.unsupported(
                    at,
                    "DO UPDATE that reads " + table + " itself",
                    "the engine shows it the rows that the statement has inserted already",
                    "VALUES with literal keys, or two statements");
        }
    }

    /** What the columns of the table are qualified by. */
    private Name label() {
        Name alias = insert.target().alias();
        return alias == null ? insert.target().name() : alias;
    }

    // DO NOTHING.

    private List<StatementTree> skipping(ProposedRows rows, List<List<Name>> keys, With with, ConflictCheck check) {
        boolean differ = keys.stream().allMatch(key -> ConflictCheck.values(rows, key) == KeyValues.DIFFER);
        boolean listed = !rows.rows().isEmpty();
        if (differ || (!listed && (keys.size() > 1 || rows.isOrdered()))) {
            // Where rows of a query meet each other in several keys, the engine's unique keys refuse them.
            return List.of(inserted(rows, rows.relation(EXCLUDED), absent(keys), with));
        }
        if (listed) {
            check.requireOtherTables();
            return rows.rows().stream()
                    .<StatementTree>map(row -> inserted(rows, rows.relation(EXCLUDED, row), absent(keys), with))
                    .toList();
        }
        List<Name> key = keys.get(0);
        return List.of(inserted(rows, firsts(rows, key), and(isFirst(key), absent(keys)), with));
    }

    /** The rows, numbered among those with the same key. */
    private Relation firsts(ProposedRows rows, List<Name> key) {
        List<Item> items = new ArrayList<>();
        rows.columns().forEach(column -> items.add(new Item(column(SOURCE, column), column)));
        List<Node.Sorting> order = List.of(new Node.Sorting(column(SOURCE, key.get(0)), false, null));
        List<Node> partition = key.stream()
                .map(part -> rows.compared(column(SOURCE, part), part))
                .toList();
        Node.Window window = new Node.Window(at, null, true, partition, order, null);
        items.add(new Item(
                new Node.FunctionCall(at, List.of(), "row_number", List.of(), false, List.of(), null, window), ROW));
        return new QueryTree.Derived(
                at, false, QueryTree.of(Select.of(at, items, rows.relation(SOURCE), null)), EXCLUDED, List.of());
    }

    /** The first of each key, and all that have a NULL in it. */
    private Node isFirst(List<Name> key) {
        Node first = Node.Operation.of(at, "=", column(EXCLUDED, ROW), one());
        for (Name part : key) {
            first = Node.Operation.of(at, "or", first, Node.Operation.of(at, "is null", column(EXCLUDED, part)));
        }
        return new Node.Brackets(at, first);
    }

    // DO UPDATE.

    private List<StatementTree> replacing(ProposedRows rows, List<Name> key, With with) {
        List<StatementTree> statements = new ArrayList<>();
        List<Assignment> assignments =
                conflict.assignments().stream().filter(rows::canChange).toList();
        if (!key.isEmpty() && !assignments.isEmpty()) {
            statements.add(updated(rows, key, assignments, with));
        }
        statements.add(inserted(rows, rows.relation(EXCLUDED), absent(key.isEmpty() ? List.of() : List.of(key)), with));
        return statements;
    }

    private Update updated(ProposedRows rows, List<Name> key, List<Assignment> assignments, With with) {
        Name label = label();
        Node where = equal(label, EXCLUDED, key);
        Node author = conflict.where();
        if (author != null) {
            where = and(where, new Node.Brackets(author.at(), author));
        }
        if (ConflictCheck.values(rows, key) != KeyValues.DIFFER) {
            where = and(where, isOnce(rows, label, key));
        }
        return new Update(with, insert.target(), assignments, List.of(rows.relation(EXCLUDED)), where, List.of());
    }

    /** PostgreSQL changes no row twice, and neither is a subquery of two rows a value. */
    private Node isOnce(ProposedRows rows, Name label, List<Name> key) {
        Select same = Select.of(at, List.of(new Item(one(), null)), rows.relation(TWICE), equal(label, TWICE, key));
        return Node.Operation.of(at, "=", one(), new Node.Subquery(at, QueryTree.of(same)));
    }

    // Both.

    private Insert inserted(ProposedRows rows, Relation from, Node where, With with) {
        List<Item> items = rows.columns().stream()
                .map(column -> new Item(column(EXCLUDED, column), null))
                .toList();
        QueryTree.Table target = insert.target();
        return new Insert(
                with,
                new QueryTree.Table(target.at(), target.qualifiers(), target.name(), null, List.of()),
                rows.columns(),
                insert.overriding(),
                QueryTree.of(Select.of(at, items, from, where)),
                null,
                List.of());
    }

    /** Whether no row has any of the keys. */
    private Node absent(List<List<Name>> keys) {
        QueryTree.Table target = insert.target();
        QueryTree.Table present =
                new QueryTree.Table(target.at(), target.qualifiers(), target.name(), PRESENT, List.of());
        return keys.stream()
                .<Node>map(key -> Node.Operation.of(
                        at,
                        "not",
                        new Node.Exists(
                                at,
                                QueryTree.of(Select.of(
                                        at, List.of(new Item(one(), null)), present, equal(PRESENT, EXCLUDED, key))))))
                .reduce(this::and)
                .orElseGet(() -> Node.Operation.of(at, "=", one(), one()));
    }

    private Node equal(Name left, Name right, List<Name> key) {
        return key.stream()
                .<Node>map(part -> Node.Operation.of(at, "=", column(left, part), column(right, part)))
                .reduce(this::and)
                .orElseThrow();
    }

    private Node and(Node left, Node right) {
        return Node.Operation.of(at, "and", left, right);
    }

    private Node column(Name label, Name column) {
        return Node.ColumnReference.of(at, label, column);
    }

    private Node one() {
        return new Node.Constant(at, Node.Constant.Kind.NUMBER, "1");
    }
}
