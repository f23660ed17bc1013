package io.godwit.universal;

import io.godwit.dialect.IntervalText;
import io.godwit.schema.Name;
import io.godwit.schema.Position;
import io.godwit.universal.Node.Constant;
import io.godwit.universal.QueryTree.Derived;
import io.godwit.universal.QueryTree.Rows;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Functions in FROM whose rows the text itself settles, as a query: {@code generate_series} and {@code unnest} of literals. */
final class RowFunctions {

    /** More than this of anything but whole numbers is no list to write out. */
    private static final int MOST = 1_000;

    private static final int MOST_DIGITS = 7;

    private RowFunctions() {}

    /** Null if it is another function, or its rows are not known here. */
    static @Nullable Derived of(Rows rows) {
        List<Node> arguments = rows.call().arguments();
        Name alias = rows.alias();
        Name label = alias == null ? Name.of(rows.call().name()) : alias;
        Name column = rows.columns().isEmpty() ? label : rows.columns().get(0);
        if (rows.columns().size() > 1) {
            return null;
        }
        QueryTree query = switch (rows.call().name()) {
            case "unnest" -> arguments.size() == 1 ? listed(rows.at(), ArrayElements.of(arguments.get(0))) : null;
            case "generate_series" -> series(rows.at(), arguments, column);
            default -> null;
        };
        return query == null
                ? null
                : new Derived(
                        rows.at(),
                        false,
                        query,
                        label,
                        query.body() instanceof QueryTree.Values ? List.of(column) : List.of());
    }

    private static @Nullable QueryTree listed(int at, @Nullable List<Node> values) {
        return values == null || values.isEmpty()
                ? null
                : QueryTree.of(new QueryTree.Values(
                        at, values.stream().map(List::<Node>of).toList()));
    }

    private static @Nullable QueryTree series(int at, List<Node> arguments, Name column) {
        if (arguments.size() < 2 || arguments.size() > 3) {
            return null;
        }
        BigInteger from = whole(arguments.get(0));
        BigInteger to = whole(arguments.get(1));
        BigInteger step = arguments.size() == 3 ? whole(arguments.get(2)) : BigInteger.ONE;
        return from != null && to != null && step != null && step.signum() != 0
                ? numbers(from, to, step, column)
                : arguments.size() == 3 ? moments(at, arguments) : null;
    }

    private static @Nullable BigInteger whole(Node node) {
        if (node instanceof Node.Brackets brackets) {
            return whole(brackets.inner());
        }
        if (node instanceof Node.Operation sign && sign.name().equals("negative")) {
            BigInteger number = whole(sign.operands().get(0));
            return number == null ? null : number.negate();
        }
        boolean digits = node instanceof Constant constant
                && constant.kind() == Constant.Kind.NUMBER
                && constant.value().matches("[0-9]{1,18}");
        return digits ? new BigInteger(((Constant) node).value()) : null;
    }

    /** Every number up to a power of ten by its digits, for recursion has an end that engines choose. */
    private static @Nullable QueryTree numbers(BigInteger from, BigInteger to, BigInteger step, Name column) {
        BigInteger steps = to.subtract(from).divide(step);
        boolean none = to.subtract(from).signum() * step.signum() < 0;
        BigInteger count = none ? BigInteger.ZERO : steps.add(BigInteger.ONE);
        int digits =
                count.max(BigInteger.TWO).subtract(BigInteger.ONE).toString().length();
        if (digits > MOST_DIGITS) {
            return null;
        }
        String index = IntStream.range(0, digits)
                .mapToObj(digit -> "1" + "0".repeat(digit) + " * d" + digit + ".d")
                .collect(Collectors.joining(" + "));
        String ten = IntStream.range(1, 10)
                .mapToObj(digit -> " UNION ALL SELECT " + digit)
                .collect(Collectors.joining("", "(SELECT 0 AS d", ") AS d"));
        String tables =
                IntStream.range(0, digits).mapToObj(digit -> ten + digit).collect(Collectors.joining(" CROSS JOIN "));
        String name = QuotedName.of(column);
        String text = "SELECT " + from + " + (" + step + ") * (" + index + ") AS " + name + " FROM " + tables
                + " WHERE " + index + " < " + count;
        return new QueryParser(new TokenReader(new Source(text, Position.NONE))).query();
    }

    /** Each is the one before and an interval, so that months end as PostgreSQL lets them end. */
    private static @Nullable QueryTree moments(int at, List<Node> arguments) {
        String step = literal(arguments.get(2), "interval");
        LocalDateTime next = moment(arguments.get(0));
        LocalDateTime last = moment(arguments.get(1));
        if (step == null || next == null || last == null) {
            return null;
        }
        IntervalText interval = IntervalText.parse(step);
        List<Node> moments = new ArrayList<>();
        boolean forward = after(next, interval).isAfter(next);
        while (forward ? !next.isAfter(last) : !next.isBefore(last)) {
            if (moments.size() == MOST || after(next, interval).equals(next)) {
                return null;
            }
            moments.add(new Node.TypedConstant(at, TypeText.of(at, "timestamp"), next.toString()));
            next = after(next, interval);
        }
        return listed(at, moments);
    }

    private static LocalDateTime after(LocalDateTime moment, IntervalText interval) {
        return moment.plusMonths(interval.months())
                .plusDays(interval.days())
                .plus(interval.seconds().movePointRight(6).longValue(), ChronoUnit.MICROS);
    }

    private static @Nullable LocalDateTime moment(Node node) {
        String text = literal(node, "timestamp");
        try {
            return text == null
                    ? null
                    : LocalDateTime.parse(
                            text.strip().length() == 10
                                    ? text.strip() + "T00:00"
                                    : text.strip().replace(' ', 'T'));
        } catch (DateTimeException otherForm) {
            return null;
        }
    }

    /** The characters of a literal of a type, before its name or behind. */
    private static @Nullable String literal(Node node, String type) {
        if (node instanceof Node.TypedConstant constant
                && constant.type().written().equalsIgnoreCase(type)) {
            return constant.value();
        }
        return node instanceof Node.Conversion conversion
                        && conversion.type().written().equalsIgnoreCase(type)
                ? DerivedFunctions.text(conversion.operand())
                : null;
    }
}
