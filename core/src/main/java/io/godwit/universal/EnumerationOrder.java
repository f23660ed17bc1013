package io.godwit.universal;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType;
import io.godwit.dialect.ValueType.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The order of an enumeration's values is that of their places, while its columns hold texts: such a value gives way to its place. */
record EnumerationOrder(Translation translation) {

    private static final Set<String> COMPARING =
            Set.of("<", "<=", ">", ">=", "between", "not between", "between symmetric", "not between symmetric");

    private static final Set<String> CHOOSING = Set.of("min", "max", "greatest", "least");

    /** The call with places for values where it compares them. */
    Call compared(int at, Call call) {
        List<String> order = order(call.operands());
        if (order.isEmpty()) {
            return call;
        }
        if (CHOOSING.contains(call.name()) && !translation.passesUnknown()) {
            throw translation.unsupported(
                    at,
                    call.name() + " of an enumeration",
                    "its values are kept as texts, which are ordered by their letters",
                    "ORDER BY and LIMIT 1, or a column with the place of each value");
        }
        if (!COMPARING.contains(call.name())) {
            return call;
        }
        List<Term> places = new ArrayList<>();
        call.operands().forEach(operand -> places.add(place(at, operand, order)));
        return Call.of(call.name(), places, call.result());
    }

    /** A key of ORDER BY. */
    Term ordered(int at, Term key) {
        return key.type().order().isEmpty() ? key : place(at, key, key.type().order());
    }

    private static List<String> order(List<Term> operands) {
        return operands.stream()
                .map(operand -> operand.type().order())
                .filter(order -> !order.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private Term place(int at, Term value, List<String> order) {
        String constant = value.constant();
        if (constant != null && order.contains(constant)) {
            String place = Integer.toString(order.indexOf(constant) + 1);
            return new Term(place, Binding.ATOM, ValueType.INTEGER, place);
        }
        if (!value.type().order().equals(order)) {
            throw value.is(Kind.UNTYPED) && constant != null
                    ? translation.source().invalid(at, "'" + constant + "' is no value of the enumeration")
                    : translation.unsupported(
                            at,
                            "a comparison of an enumeration with another text",
                            "its values are ordered by their places in the type",
                            "a comparison with one of its values");
        }
        StringBuilder text = new StringBuilder("CASE ").append(value.sql());
        for (int index = 0; index < order.size(); index++) {
            String each = order.get(index);
            text.append(" WHEN ")
                    .append(translation
                            .placed(at, () -> translation.forms().literal(each, ValueType.TEXT))
                            .sql())
                    .append(" THEN ")
                    .append(index + 1);
        }
        return Term.atom(text.append(" END").toString()).as(ValueType.INTEGER);
    }
}
