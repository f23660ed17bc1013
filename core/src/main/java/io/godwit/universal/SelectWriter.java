package io.godwit.universal;

import io.godwit.dialect.Clause;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType;
import io.godwit.schema.Name;
import io.godwit.universal.QueryTree.Item;
import io.godwit.universal.QueryTree.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes one SELECT. For one thread. */
final class SelectWriter {

    private final Translation translation;
    private final Scope scope;
    private final List<ValueType> expected;
    private final ExpressionWriter expressions;
    private final List<Columns.Typed> columns = new ArrayList<>();
    private boolean known = true;
    private boolean first;

    /** The scope is this SELECT's own: its relations are added to it. */
    SelectWriter(Translation translation, Scope scope, List<ValueType> expected) {
        this.translation = translation;
        this.scope = scope;
        this.expected = expected;
        this.expressions = new ExpressionWriter(translation, scope);
    }

    /** The same writer for the first rows of a recursive table. */
    SelectWriter first() {
        first = true;
        return this;
    }

    QueryWriter.WrittenBody write(Select select, boolean named) {
        String from = new RelationWriter(translation, scope).write(select.from());
        List<String> parts = new ArrayList<>();
        parts.add("SELECT" + distinct(select));
        parts.add(select.items().stream().map(item -> item(item, named)).collect(Collectors.joining(", ")));
        parts.add(from.isEmpty() ? "" : "FROM " + from);
        Node where = select.where();
        parts.add(where == null ? "" : "WHERE " + expressions.condition(where).sql());
        parts.add(select.groupBy().isEmpty() ? "" : "GROUP BY " + groupBy(select));
        Node having = select.having();
        parts.add(
                having == null ? "" : "HAVING " + expressions.condition(having).sql());
        parts.add(windows(select));
        Columns result = known ? Columns.of(columns) : Columns.UNKNOWN;
        if (select.distinct()) {
            new SetOperationCheck(translation).distinct(select.at(), result.list());
        }
        return new QueryWriter.WrittenBody(QueryWriter.joined(parts), result, inOrderBy(result));
    }

    /** ORDER BY sees what is selected, then what it is selected from. */
    private Scope inOrderBy(Columns result) {
        Scope inside = new Scope(scope);
        if (result.known()) {
            inside.add(Name.of("result"), result);
        }
        return inside;
    }

    private String distinct(Select select) {
        if (select.distinctOn().isEmpty()) {
            return select.distinct() ? " DISTINCT" : "";
        }
        translation.require(Clause.DISTINCT_ON, select.at());
        return " DISTINCT ON (" + expressions.texts(select.distinctOn()) + ")";
    }

    private String item(Item item, boolean named) {
        if (item.value() instanceof Node.Star star) {
            return star(star);
        }
        Term value = value(item.value());
        Name name = OutputName.of(item);
        columns.add(new Columns.Typed(name, ResultType.FIRST.of(List.of(value))));
        boolean plain = item.value() instanceof Node.ColumnReference column
                && item.alias() == null
                && column.qualifiers().isEmpty();
        boolean aliased = item.alias() != null || (named && !plain);
        return value.sql() + (aliased ? " AS " + translation.syntax().name(name) : "");
    }

    private Term value(Node node) {
        Term term = expressions.write(node);
        int index = columns.size();
        Term value = index < expected.size()
                ? translation.assigned(node.at(), term, expected.get(index))
                : translation.value(node.at(), term);
        return first ? translation.forms().recursive(value).as(value.type()) : value;
    }

    private String star(Node.Star star) {
        if (star.qualifiers().isEmpty()) {
            scope.relations().forEach(relation -> add(relation.columns()));
            return "*";
        }
        Name label = star.qualifiers().get(star.qualifiers().size() - 1);
        Scope.Visible relation = scope.relation(label);
        add(relation == null ? Columns.UNKNOWN : relation.columns());
        return new ColumnWriter(translation, scope).qualifier(star.qualifiers()) + ".*";
    }

    private void add(Columns more) {
        known &= more.known();
        columns.addAll(more.list());
    }

    private String groupBy(Select select) {
        OutputKeys outputs = new OutputKeys(translation, select);
        List<Node> nodes =
                select.groupBy().stream().map(key -> outputs.group(key, scope)).toList();
        ExpressionWriter named = new ExpressionWriter(translation, inOrderBy(Columns.of(columns)));
        List<Term> keys = nodes.stream()
                .map(node -> (outputs.isOutput(node, scope) ? named : expressions).value(node))
                .toList();
        keys.forEach(key -> new SetOperationCheck(translation)
                .distinct(select.at(), List.of(new Columns.Typed(Name.of("GROUP BY"), key.type()))));
        List<String> texts = IntStream.range(0, keys.size())
                .filter(index -> !expressions.isConstant(nodes.get(index), keys.get(index)))
                .mapToObj(index -> keys.get(index).sql())
                .toList();
        if (texts.isEmpty()) {
            throw translation.unsupported(
                    select.at(), "GROUP BY a constant", "to the engine it is a column's position", "no GROUP BY");
        }
        return String.join(", ", texts);
    }

    private String windows(Select select) {
        if (select.windows().isEmpty()) {
            return "";
        }
        translation.require(Clause.WINDOWS, select.at());
        translation.require(Clause.NAMED_WINDOWS, select.at());
        CallWriter calls = new CallWriter(translation, expressions);
        return select.windows().stream()
                .map(window -> translation.syntax().name(window.name()) + " AS " + calls.window(window.window()))
                .collect(Collectors.joining(", ", "WINDOW ", ""));
    }
}
