package io.godwit.universal;

import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType;
import java.util.ArrayList;
import java.util.List;

/** Writes CASE. For one thread. */
final class ChoiceWriter {

    private final Translation translation;
    private final ExpressionWriter expressions;

    ChoiceWriter(Translation translation, ExpressionWriter expressions) {
        this.translation = translation;
        this.expressions = expressions;
    }

    Term write(Node.Choice choice) {
        Node otherwise = choice.otherwise();
        List<Term> results = results(choice);
        ValueType type = ResultType.COMMON.of(results);
        Node operand = choice.operand();
        StringBuilder text = new StringBuilder("CASE");
        if (operand != null && translation.passesUnknown()) {
            text.append(' ').append(expressions.write(operand).sql());
        }
        for (int index = 0; index < choice.branches().size(); index++) {
            text.append(" WHEN ")
                    .append(condition(choice, choice.branches().get(index)))
                    .append(" THEN ")
                    .append(translation
                            .assigned(choice.at(), results.get(index), type)
                            .sql());
        }
        if (otherwise != null) {
            Term last = results.get(results.size() - 1);
            text.append(" ELSE ")
                    .append(translation.assigned(choice.at(), last, type).sql());
        }
        return Term.atom(text.append(" END").toString()).as(type);
    }

    private List<Term> results(Node.Choice choice) {
        List<Term> results = new ArrayList<>();
        choice.branches().forEach(branch -> results.add(expressions.write(branch.result())));
        Node otherwise = choice.otherwise();
        if (otherwise != null) {
            results.add(expressions.write(otherwise));
        }
        return new OperationWriter(translation, expressions).coerced(choice.at(), results);
    }

    /** CASE x WHEN y is x = y, by PostgreSQL's rules for {@code =}; so it is written where the engine may have others. */
    private String condition(Node.Choice choice, Node.Branch branch) {
        Node operand = choice.operand();
        Node condition = operand == null || translation.passesUnknown()
                ? branch.condition()
                : new Node.Operation(branch.condition().at(), "=", List.of(operand, branch.condition()));
        return expressions.condition(condition).sql();
    }
}
