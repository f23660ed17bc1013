package io.godwit.dialect;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A function or operator of universal SQL with its operands already translated. Immutable.
 *
 * @param name the function's name in lower case, or the operator's symbol or key words in lower case, such as {@code ||} or
 *     {@code not like}; a chain of {@code ->} and {@code ->>} is one call with all its keys
 * @param operands in order
 * @param result what PostgreSQL would say the result's type is
 * @param distinct whether an aggregate takes each value once
 * @param order {@code  ORDER BY …} inside an aggregate's brackets, with its leading space; empty for none
 * @param suffix {@code  FILTER (…)} and {@code  OVER (…)} with their leading spaces; empty for none
 */
public record Call(String name, List<Term> operands, ValueType result, boolean distinct, String order, String suffix) {

    public Call {
        Objects.requireNonNull(name, "name");
        operands = List.copyOf(operands);
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(suffix, "suffix");
    }

    public static Call of(String name, List<Term> operands, ValueType result) {
        return new Call(name, operands, result, false, "", "");
    }

    public Term operand(int index) {
        return operands.get(index);
    }

    public int size() {
        return operands.size();
    }

    /** {@code function(operands)} with all that belongs to this call, under another name if the engine has another. */
    public Term as(String function) {
        return as(function, operands.stream().map(Term::sql).collect(Collectors.joining(", ")));
    }

    /** The same with other text between its brackets. */
    public Term as(String function, String arguments) {
        return Term.atom(function + "(" + (distinct ? "DISTINCT " : "") + arguments + order + ")" + suffix);
    }

    /** The operator between its two operands. */
    public Term infix(String operator, Binding binding) {
        return Term.infix(operand(0), operator, operand(1), binding);
    }
}
