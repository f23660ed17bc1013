package io.godwit.universal;

import io.godwit.dialect.Call;
import io.godwit.dialect.Clause;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType;
import io.godwit.dialect.ValueType.Kind;
import java.util.ArrayList;
import java.util.List;

/** Writes operators: gives string literals the type of what they meet, and the result PostgreSQL's type. For one thread. */
final class OperationWriter {

    private final Translation translation;
    private final ExpressionWriter expressions;

    OperationWriter(Translation translation, ExpressionWriter expressions) {
        this.translation = translation;
        this.expressions = expressions;
    }

    Term write(Node.Operation operation) {
        if (operation.name().equals(StatementParser.DEFAULT)) {
            throw translation.source().invalid(operation.at(), "DEFAULT has no place in this expression");
        }
        Node fields = translation.has(Clause.ROW_COMPARISON)
                ? null
                : RowComparison.of(operation).orElse(null);
        if (fields != null) {
            return expressions.write(fields);
        }
        Node plain = translation.passesUnknown() ? null : Containment.plain(operation);
        if (plain != null) {
            return expressions.write(plain);
        }
        List<Term> operands = expressions.write(flat(operation));
        return switch (operation.name()) {
            case "positive" -> operands.get(0);
            case "negative" -> negative(operation.at(), operands.get(0));
            case "+", "-", "*", "/", "%" -> arithmetic(operation, operands);
            case "||" -> call(operation, operands, ResultType.CONCATENATED.of(operands));
            case "->", "#>" -> call(operation, operands, ValueType.of(Kind.JSON));
            case "->>", "#>>" -> call(operation, operands, ValueType.TEXT);
            case "at time zone" ->
                call(operation, operands, zoned(operands.get(0).type()));
            case "=",
                    "<>",
                    "<",
                    "<=",
                    ">",
                    ">=",
                    "in",
                    "not in",
                    "between",
                    "not between",
                    "between symmetric",
                    "not between symmetric",
                    "is distinct from",
                    "is not distinct from" -> call(operation, coerced(operation.at(), operands), ValueType.BOOLEAN);
            case "^", "&", "|", "#", "<<", ">>", "prefix ~" ->
                call(operation, operands, operands.get(0).type());
            default -> call(operation, operands, ValueType.BOOLEAN);
        };
    }

    /** A chain of arrows is one path: {@code a -> 'b' ->> 'c'} is {@code ->>} of a, b and c. */
    private static List<Node> flat(Node.Operation operation) {
        boolean arrow = operation.name().equals("->") || operation.name().equals("->>");
        if (!arrow
                || !(operation.operands().get(0) instanceof Node.Operation left)
                || !left.name().equals("->")) {
            return operation.operands();
        }
        List<Node> path = new ArrayList<>(flat(left));
        path.add(operation.operands().get(1));
        return path;
    }

    private Term call(Node.Operation operation, List<Term> operands, ValueType result) {
        return translation.call(operation.at(), Call.of(operation.name(), operands, result));
    }

    private Term arithmetic(Node.Operation operation, List<Term> operands) {
        List<Term> typed = operands;
        if (operands.get(0).type().isNumber() || operands.get(1).type().isNumber()) {
            typed = coerced(operation.at(), operands);
        }
        ValueType result = Arithmetic.of(
                operation.name(), typed.get(0).type(), typed.get(1).type());
        return call(operation, typed, result);
    }

    private Term negative(int at, Term operand) {
        String digits = operand.constant();
        if (digits != null && operand.type().isNumber() && operand.sql().equals(digits) && !digits.startsWith("-")) {
            return ConstantWriter.negative(operand, digits);
        }
        return translation.call(at, Call.of("negative", List.of(operand), operand.type()));
    }

    private static ValueType zoned(ValueType type) {
        return switch (type.kind()) {
            case TIMESTAMPTZ -> ValueType.of(Kind.TIMESTAMP);
            case TIMESTAMP -> ValueType.of(Kind.TIMESTAMPTZ);
            default -> ValueType.UNKNOWN;
        };
    }

    /** The operands, with string literals as values of the type that the others have. */
    List<Term> coerced(int at, List<Term> operands) {
        ValueType common = ResultType.common(operands);
        List<Term> coerced = new ArrayList<>();
        operands.forEach(operand -> coerced.add(translation.coerced(at, operand, common)));
        return coerced;
    }
}
