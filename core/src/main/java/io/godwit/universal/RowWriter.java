package io.godwit.universal;

import io.godwit.dialect.Clause;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType;
import io.godwit.schema.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the rows of VALUES, each string literal as a value of its column. For one thread. */
final class RowWriter {

    private final ExpressionWriter expressions;
    private final Translation translation;
    private final List<ValueType> expected;
    private final List<ValueType> types = new ArrayList<>();

    RowWriter(ExpressionWriter expressions, Translation translation, List<ValueType> expected) {
        this.expressions = expressions;
        this.translation = translation;
        this.expected = expected;
    }

    String write(List<Node> row) {
        return texts(row).stream().collect(Collectors.joining(", ", "(", ")"));
    }

    /** The same as a SELECT, for engines that have no rows by themselves. */
    String select(List<Node> row) {
        List<String> texts = new ArrayList<>();
        texts(row)
                .forEach(text -> texts.add(text + " AS " + translation.syntax().name(name(texts.size() + 1))));
        return "SELECT " + String.join(", ", texts);
    }

    private List<String> texts(List<Node> row) {
        List<String> texts = new ArrayList<>();
        for (int index = 0; index < row.size(); index++) {
            Node node = row.get(index);
            if (node instanceof Node.Operation operation && operation.name().equals(StatementParser.DEFAULT)) {
                translation.require(Clause.DEFAULT_VALUE, node.at());
                texts.add("DEFAULT");
            } else {
                texts.add(value(node, index).sql());
            }
        }
        return texts;
    }

    private Term value(Node node, int index) {
        Term array = index < expected.size() ? expressions.array(node, expected.get(index)) : null;
        if (array != null) {
            return array;
        }
        Term term = expressions.write(node);
        Term value = index < expected.size()
                ? translation.assigned(node.at(), term, expected.get(index))
                : translation.value(node.at(), term);
        ValueType type = ResultType.FIRST.of(List.of(value));
        if (index == types.size()) {
            types.add(type);
        } else if (index < types.size()) {
            types.set(index, ResultType.common(types.get(index), type));
        }
        return value;
    }

    private static Name name(int position) {
        return Name.of("column" + position);
    }

    /** PostgreSQL calls them column1, column2 and so on. */
    Columns columns() {
        List<Columns.Typed> columns = new ArrayList<>();
        for (int index = 0; index < types.size(); index++) {
            columns.add(new Columns.Typed(name(index + 1), types.get(index)));
        }
        return Columns.of(columns);
    }
}
