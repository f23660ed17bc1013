package io.godwit.dialect;

import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How an engine writes the functions, operators, casts and clauses of universal SQL. Stateless and thread-safe.
 *
 * <p>A form is right when it gives PostgreSQL's answer for every input for which PostgreSQL gives one. What has no such form is
 * refused with {@link io.godwit.failure.UnsupportedByDialectException}; the caller adds where it stands. Start from
 * {@link StandardForms}, which knows what every engine shares and refuses the rest.
 */
public interface FunctionForms {

    /**
     * Whether universal SQL is the engine's own: a text that the translator does not understand then passes as it is, where any
     * other engine refuses it.
     */
    default boolean speaksUniversal() {
        return false;
    }

    /**
     * The forms for texts that stay in the definition of a table or an index, where an engine may take less than in a statement:
     * SQLite takes no subquery there.
     */
    default FunctionForms inDefinitions() {
        return this;
    }

    /** The engine's form of a function or operator; its result's type is the call's whatever the term says. */
    Term call(Call call);

    /** The engine's form of a conversion as PostgreSQL does it; also of {@code DATE '…'}. */
    Term cast(Term operand, CastTarget target);

    /**
     * A string literal that takes the type of what stands beside it.
     *
     * @throws IllegalArgumentException if the characters are no such value
     */
    Term literal(String characters, ValueType type);

    /** A value on its way into a column of that type, as PostgreSQL converts it in an assignment. */
    default Term assigned(Term value, ValueType type) {
        return value;
    }

    /**
     * A time, rounded to fewer than six digits as PostgreSQL does, for a cast to {@code timestamp(3)} and its like.
     *
     * @param type with its {@link ValueType#digitsOfSeconds}
     */
    default Term rounded(Term time, ValueType type) {
        throw new UnsupportedByDialectException(new Unsupported(
                "this engine",
                "a cast to fewer than six digits of a second",
                "it has no form that gives PostgreSQL's answer",
                "date_trunc('milliseconds', …), or a column of that type"));
    }

    /**
     * Refuses what may be a step of a calculation but no result: a value that the engine holds in another form or with fewer digits
     * than PostgreSQL.
     */
    default void checkShown(ValueType type) {}

    /**
     * What stands after SET in an UPDATE: every value sees the row as it was before, whatever their order.
     *
     * @param values the engine's text of each value, by its column's quoted name, in the author's order
     */
    default String assignments(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    /**
     * An UPDATE of rows by what other tables say, up to its WHERE.
     *
     * @param target the table with its alias
     * @param label how columns of the target are qualified
     * @param others the other tables, with commas between them
     * @param values as in {@link #assignments}
     */
    default String updateFrom(String target, String label, String others, Map<String, String> values) {
        return clauses().contains(Clause.TARGET_ALIAS)
                ? "UPDATE " + target + " SET " + assignments(values) + " FROM " + others
                : "UPDATE " + label + " SET " + assignments(values) + " FROM " + target + ", " + others;
    }

    /**
     * A DELETE of the rows that have a partner in other tables.
     *
     * @param alias as for {@link #deleteFrom}
     * @param others the other tables, with commas between them
     * @param where {@code WHERE} and the condition; empty for none
     */
    default String deleteUsing(String table, String alias, String others, String where) {
        String partner = "SELECT 1 FROM " + others + (where.isEmpty() ? "" : " " + where);
        return deleteFrom(table, alias) + " WHERE EXISTS (" + partner + ")";
    }

    /**
     * A condition that holds where a count is one, and that fails the statement where it is more.
     *
     * @param count a column's quoted name
     */
    default String once(String count) {
        return "CASE WHEN " + count + " = 1 THEN 1 ELSE (SELECT 1 UNION ALL SELECT 2) END = 1";
    }

    /**
     * An INSERT that has a value for a column that the engine numbers.
     *
     * @param table the quoted name
     * @param insert with a list of its columns
     */
    default String insertNumbers(String table, String insert) {
        return insert;
    }

    /** What stands in an INSERT of a row of nothing but defaults. */
    default String defaultRow() {
        return "DEFAULT VALUES";
    }

    /** A table in a subquery of the statement that changes it: the rows as they were before. An alias follows. */
    default String readsChanged(String table) {
        return table;
    }

    /**
     * How an INSERT begins.
     *
     * @param alias {@code  AS name} with its leading space; empty for none
     */
    default String insertInto(String table, String alias) {
        return "INSERT INTO " + table + alias;
    }

    /**
     * How a DELETE begins.
     *
     * @param alias {@code  AS name} with its leading space; empty for none
     */
    default String deleteFrom(String table, String alias) {
        return "DELETE FROM " + table + alias;
    }

    /** Something true or false where the engine wants a condition: after WHERE, ON, HAVING and WHEN, and in a CHECK. */
    default Term condition(Term term) {
        return term;
    }

    /** Anything where the engine wants a value: what is selected, grouped by, assigned or written. */
    default Term value(Term term) {
        return term;
    }

    /** A value of the first rows of a recursive table, where later rows may have wider ones. */
    default Term recursive(Term value) {
        return value;
    }

    /** What the engine has of what not every engine has. */
    Set<Clause> clauses();

    /**
     * One key of ORDER BY, in PostgreSQL's order of NULLs unless the author chose another.
     *
     * @param nullsFirst null if the author did not say
     */
    String ordered(Term key, boolean descending, @Nullable Boolean nullsFirst);

    /**
     * {@code LIMIT} and {@code OFFSET} of any query that has these or an order.
     *
     * @param ordered whether ORDER BY stands before
     */
    default String limit(@Nullable Term limit, @Nullable Term offset, boolean ordered) {
        return limit == null && offset == null ? "" : limit(limit, offset);
    }

    /** {@code LIMIT} and {@code OFFSET}; at least one is there. */
    default String limit(@Nullable Term limit, @Nullable Term offset) {
        return (limit == null ? "" : "LIMIT " + limit.sql())
                + (limit == null || offset == null ? "" : " ")
                + (offset == null ? "" : "OFFSET " + offset.sql());
    }
}
