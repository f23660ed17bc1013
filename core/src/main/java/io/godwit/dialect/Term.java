package io.godwit.dialect;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A translated part of an expression: the engine's text and what is known of its value. Immutable.
 *
 * @param sql the engine's text
 * @param binding how tightly its outermost operator binds
 * @param type what PostgreSQL would say its type is
 * @param constant the value of a literal (a text's characters, a number's digits, {@code true}, {@code false}); null for what is
 *     no literal, and for NULL
 */
public record Term(
        String sql,
        Binding binding,
        ValueType type,
        @Nullable String constant) {

    public Term {
        Objects.requireNonNull(sql, "sql");
        Objects.requireNonNull(binding, "binding");
        Objects.requireNonNull(type, "type");
    }

    /** A name, a literal, a call: what needs no brackets anywhere. */
    public static Term atom(String sql) {
        return new Term(sql, Binding.ATOM, ValueType.UNKNOWN, null);
    }

    /** A text whose outermost operator binds so. */
    public static Term of(String sql, Binding binding) {
        return new Term(sql, binding, ValueType.UNKNOWN, null);
    }

    /** Left, operator, right, with the brackets that they need there. */
    public static Term infix(Term left, String operator, Term right, Binding binding) {
        String first = left.binding() == binding && binding != Binding.COMPARISON ? left.sql() : left.inside(binding);
        return of(first + " " + operator + " " + right.inside(binding), binding);
    }

    public Term as(ValueType other) {
        return new Term(sql, binding, other, constant);
    }

    /** The text in brackets unless it binds tighter than {@code outer}. */
    public String inside(Binding outer) {
        return binding.compareTo(outer) > 0 ? sql : "(" + sql + ")";
    }

    /** The text as it can stand anywhere. */
    public String atom() {
        return inside(Binding.PRODUCT);
    }

    /** Whether it is true or false as a comparison is, which some engines tell from a value. */
    public boolean isCondition() {
        return binding == Binding.CONDITION || binding.compareTo(Binding.COMPARISON) <= 0;
    }

    public boolean is(ValueType.Kind kind) {
        return type.is(kind);
    }
}
