package io.godwit.dialect;

import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.schema.Literal;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The forms that mean the same on every engine; everything else is refused until an engine states its form. Stateless and
 * thread-safe.
 */
public class StandardForms implements FunctionForms {

    private static final Map<String, Binding> OPERATORS = Map.ofEntries(
            Map.entry("or", Binding.OR),
            Map.entry("and", Binding.AND),
            Map.entry("=", Binding.COMPARISON),
            Map.entry("<>", Binding.COMPARISON),
            Map.entry("<", Binding.COMPARISON),
            Map.entry("<=", Binding.COMPARISON),
            Map.entry(">", Binding.COMPARISON),
            Map.entry(">=", Binding.COMPARISON),
            Map.entry("+", Binding.SUM),
            Map.entry("-", Binding.SUM),
            Map.entry("*", Binding.PRODUCT));

    private final SqlSyntax syntax;

    public StandardForms(SqlSyntax syntax) {
        this.syntax = syntax;
    }

    protected final SqlSyntax syntax() {
        return syntax;
    }

    @Override
    public Term call(Call call) {
        Binding operator = OPERATORS.get(call.name());
        if (operator != null && call.size() == 2) {
            return call.infix(call.name().toUpperCase(Locale.ROOT), operator);
        }
        return switch (call.name()) {
            case "not" -> Term.of("NOT " + call.operand(0).inside(Binding.NOT), Binding.NOT);
            case "is null" -> suffixed(call.operand(0), "IS NULL");
            case "is not null" -> suffixed(call.operand(0), "IS NOT NULL");
            case "between" -> between(call, "BETWEEN");
            case "not between" -> between(call, "NOT BETWEEN");
            case "in" -> in(call, "IN");
            case "not in" -> in(call, "NOT IN");
            case "coalesce", "nullif", "count" -> call.as(call.name());
            case "count(*)" -> Term.atom("count(*)" + call.suffix());
            case "negative" -> Term.atom("(- " + call.operand(0).atom() + ")");
            default -> throw refused(call.name(), "it has no form that gives PostgreSQL's answer");
        };
    }

    @Override
    public Term cast(Term operand, CastTarget target) {
        throw refused("a cast to " + target.written(), "it has no form that gives PostgreSQL's answer");
    }

    @Override
    public Term literal(String characters, ValueType type) {
        return switch (type.kind()) {
            case BOOLEAN -> Term.atom(syntax.bool(booleanOf(characters)));
            case INTEGER, DECIMAL, REAL, DOUBLE ->
                Term.atom(syntax.literal(Literal.of(new BigDecimal(characters.strip())), null));
            case TEXT, UNKNOWN, UNTYPED -> Term.atom(syntax.text(characters));
            default ->
                throw refused(
                        "a literal of type " + type.kind().name().toLowerCase(Locale.ROOT),
                        "it has no form that gives PostgreSQL's answer");
        };
    }

    @Override
    public Set<Clause> clauses() {
        return EnumSet.noneOf(Clause.class);
    }

    @Override
    public String ordered(Term key, boolean descending, @Nullable Boolean nullsFirst) {
        return key.sql()
                + (descending ? " DESC" : "")
                + (nullsFirst == null ? "" : nullsFirst ? " NULLS FIRST" : " NULLS LAST");
    }

    /** Operand and key words, as a comparison. */
    protected static Term suffixed(Term operand, String words) {
        return Term.of(operand.inside(Binding.COMPARISON) + " " + words, Binding.COMPARISON);
    }

    protected static boolean booleanOf(String characters) {
        return switch (characters.strip().toLowerCase(Locale.ROOT)) {
            case "t", "true", "y", "yes", "on", "1" -> true;
            case "f", "false", "n", "no", "off", "0" -> false;
            default -> throw new IllegalArgumentException("'" + characters + "' is no boolean");
        };
    }

    private static Term between(Call call, String words) {
        return suffixed(
                call.operand(0),
                words + " " + call.operand(1).inside(Binding.COMPARISON) + " AND "
                        + call.operand(2).inside(Binding.COMPARISON));
    }

    private static Term in(Call call, String words) {
        List<Term> members = call.operands().subList(1, call.size());
        return suffixed(
                call.operand(0),
                words + " (" + members.stream().map(Term::sql).collect(Collectors.joining(", ")) + ")");
    }

    /** The refusal of a construct; the translator adds the engine and the place. */
    protected static UnsupportedByDialectException refused(String construct, String reason) {
        return refused(construct, reason, "a statement under the engine's own key");
    }

    protected static UnsupportedByDialectException refused(String construct, String reason, String alternative) {
        return new UnsupportedByDialectException(new Unsupported("this engine", construct, reason, alternative));
    }
}
