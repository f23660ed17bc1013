package io.godwit.universal;

import io.godwit.dialect.Call;
import io.godwit.dialect.Clause;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType;
import io.godwit.schema.Name;
import io.godwit.universal.Node.FunctionCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes function calls, aggregates and windows. For one thread. */
final class CallWriter {

    private static final Pattern WIDE_FRAME = Pattern.compile("(?i)\\b(groups|exclude)\\b|\\brange\\b.*['0-9]");

    private static final String COUNT_ROWS = "count(*)";

    private static final Set<String> WINDOWS_ALONE = Set.of(
            "row_number",
            "rank",
            "dense_rank",
            "percent_rank",
            "cume_dist",
            "ntile",
            "lag",
            "lead",
            "first_value",
            "last_value",
            "nth_value");

    private static final Set<String> OVER_NULLS =
            Set.of(COUNT_ROWS, "count", "sum", "avg", "min", "max", "bool_and", "bool_or", "string_agg");

    private final Translation translation;
    private final ExpressionWriter expressions;

    CallWriter(Translation translation, ExpressionWriter expressions) {
        this.translation = translation;
        this.expressions = expressions;
    }

    Term plain(int at, String name, List<Term> operands, ValueType result) {
        return translation.call(at, Call.of(name, operands, result));
    }

    Term write(FunctionCall call) {
        Node derived = DerivedFunctions.of(call, translation);
        return derived == null ? plain(call) : expressions.write(derived);
    }

    private Term plain(FunctionCall call) {
        String name = name(call);
        List<Term> operands = operands(call, name);
        Node filter = call.filter();
        if (filter != null && !translation.has(Clause.FILTER)) {
            return filtered(call, name, operands, filter);
        }
        ResultType rule = FunctionTable.result(name);
        if (rule == ResultType.COMMON || name.equals("nullif")) {
            operands = new OperationWriter(translation, expressions).coerced(call.at(), operands);
        }
        ValueType result = rule.of(operands);
        if (name.equals("coalesce")) {
            operands = operands.stream()
                    .map(operand -> translation.assigned(call.at(), operand, result))
                    .toList();
        }
        return translation.call(
                call.at(), new Call(name, operands, result, call.distinct(), order(call), suffix(call)));
    }

    private String order(FunctionCall call) {
        if (call.order().isEmpty()) {
            return "";
        }
        translation.require(Clause.ORDERED_AGGREGATE, call.at());
        return " " + expressions.order(call.order());
    }

    /** Where there is no FILTER, rows that it leaves out bring the aggregate a NULL, which these pass over. */
    private Term filtered(FunctionCall call, String name, List<Term> operands, Node filter) {
        if (!OVER_NULLS.contains(name)) {
            throw translation.unsupported(
                    call.at(),
                    Clause.FILTER.text() + " of " + name + "()",
                    "the engine has no such thing, and NULLs count in this aggregate",
                    "WHERE in a subquery");
        }
        Term counted = operands.isEmpty() ? Term.atom("1").as(ValueType.INTEGER) : operands.get(0);
        String choice = "CASE WHEN " + expressions.condition(filter).sql() + " THEN "
                + translation.value(call.at(), counted).sql() + " END";
        List<Term> chosen = new ArrayList<>(operands);
        chosen.subList(0, Math.min(1, chosen.size())).clear();
        chosen.add(0, Term.atom(choice).as(counted.type()));
        ResultType rule = FunctionTable.result(name);
        return translation.call(
                call.at(),
                new Call(
                        name.equals(COUNT_ROWS) ? "count" : name,
                        chosen,
                        rule.of(chosen),
                        call.distinct(),
                        order(call),
                        over(call)));
    }

    private List<Term> operands(FunctionCall call, String name) {
        if (name.endsWith("(*)")) {
            return List.of();
        }
        List<Term> operands = new ArrayList<>();
        call.arguments().forEach(argument -> operands.add(expressions.write(argument)));
        return operands;
    }

    /** The name that the engine's forms know; with its schema, quoted, if it is not PostgreSQL's own. */
    private String name(FunctionCall call) {
        List<Name> qualifiers = call.qualifiers();
        boolean own = qualifiers.isEmpty() || qualifiers.equals(List.of(Name.of("pg_catalog")));
        if (!own) {
            if (!translation.passesUnknown()) {
                throw translation.unsupported(
                        call.at(),
                        qualifiers.get(0) + "." + call.name() + "()",
                        "it is a function of somebody's own",
                        "a statement under the engine's own key");
            }
            List<Name> names = new ArrayList<>(qualifiers);
            names.add(Name.of(call.name()));
            return names.stream().map(translation.syntax()::name).collect(Collectors.joining("."));
        }
        String name = FunctionTable.canonical(call.name());
        boolean star = call.arguments().size() == 1 && call.arguments().get(0) instanceof Node.Star;
        return (name.matches("[a-z_][a-z0-9_]*") ? name : translation.syntax().name(Name.of(name)))
                + (star ? "(*)" : "");
    }

    private String suffix(FunctionCall call) {
        Node filter = call.filter();
        return (filter == null
                        ? ""
                        : " FILTER (WHERE " + expressions.condition(filter).sql() + ")")
                + over(call);
    }

    private String over(FunctionCall call) {
        Node.Window window = call.window();
        if (window == null && WINDOWS_ALONE.contains(FunctionTable.canonical(call.name()))) {
            throw translation.unsupported(
                    call.at(),
                    call.name() + "() without OVER",
                    "it is counted over a window of rows",
                    call.name() + "() OVER (ORDER BY …)");
        }
        if (window == null) {
            return "";
        }
        translation.require(Clause.WINDOWS, call.at());
        return " OVER " + window(window);
    }

    /** What stands after OVER, or after a name and AS in WINDOW. */
    String window(Node.Window window) {
        Name base = window.base();
        String name = base == null ? "" : translation.syntax().name(base);
        if (!window.bracketed()) {
            return name;
        }
        List<String> parts = new ArrayList<>();
        parts.add(name);
        if (!window.partition().isEmpty()) {
            parts.add("PARTITION BY " + expressions.texts(window.partition()));
        }
        parts.add(expressions.order(window.order()));
        String frame = window.frame();
        if (frame != null && WIDE_FRAME.matcher(frame).find()) {
            translation.require(Clause.WIDE_FRAMES, window.at());
        }
        parts.add(frame == null ? "" : frame);
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" ", "(", ")"));
    }
}
