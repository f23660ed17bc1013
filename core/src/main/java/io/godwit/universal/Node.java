package io.godwit.universal;

import io.godwit.dialect.ValueType;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Name;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression of universal SQL as a tree; {@code at} is where its most telling token begins. */
sealed interface Node {

    int at();

    /** A literal; a string's type comes from its surroundings. */
    record Constant(int at, Kind kind, String value) implements Node {

        enum Kind {
            NULL,
            BOOLEAN,
            NUMBER,
            TEXT
        }
    }

    /** {@code DATE '…'} and {@code INTERVAL '…'}. */
    record TypedConstant(int at, TypeText type, String value) implements Node {}

    /** A column with its qualifiers, outermost first. */
    record ColumnReference(int at, List<Name> qualifiers, Name name) implements Node {

        static ColumnReference of(int at, Name label, Name name) {
            return new ColumnReference(at, List.of(label), name);
        }
    }

    /** {@code *} and {@code t.*}. */
    record Star(int at, List<Name> qualifiers) implements Node {}

    /** What the author put in brackets. */
    record Brackets(int at, Node inner) implements Node {}

    /** An operator, by its symbol or its key words in lower case. */
    record Operation(int at, String name, List<Node> operands) implements Node {

        static Operation of(int at, String name, Node... operands) {
            return new Operation(at, name, List.of(operands));
        }
    }

    /** A call; {@code filter} and {@code window} are null for none. */
    record FunctionCall(
            int at,
            List<Name> qualifiers,
            String name,
            List<Node> arguments,
            boolean distinct,
            List<Sorting> order,
            @Nullable Node filter,
            @Nullable Window window)
            implements Node {

        static FunctionCall of(int at, String name, List<Node> arguments) {
            return new FunctionCall(at, List.of(), name, arguments, false, List.of(), null, null);
        }
    }

    /** CASE; {@code operand} and {@code otherwise} are null for none. */
    record Choice(
            int at,
            @Nullable Node operand,
            List<Branch> branches,
            @Nullable Node otherwise) implements Node {}

    /** WHEN and THEN. */
    record Branch(Node condition, Node result) {}

    /** CAST and {@code ::}. */
    record Conversion(int at, Node operand, TypeText type) implements Node {}

    /** A query in brackets that gives one value. */
    record Subquery(int at, QueryTree query) implements Node {}

    record Exists(int at, QueryTree query) implements Node {}

    /** IN and NOT IN a query. */
    record InQuery(int at, Node operand, boolean negated, QueryTree query) implements Node {}

    /** {@code = ANY (…)} and {@code = ALL (…)}; the right side is an array or a {@link Subquery}. */
    record Quantified(int at, String operator, Node operand, String quantifier, Node right) implements Node {}

    /** {@code (a, b)} and {@code ROW(a, b)}. */
    record Row(int at, List<Node> fields) implements Node {}

    record ArrayOf(int at, List<Node> elements) implements Node {}

    /** {@code a[1]}. */
    record Element(int at, Node array, Node index) implements Node {}

    record Collation(int at, Node operand, List<Name> collation) implements Node {}

    /** A value as a column of that type takes it. */
    record Assigned(int at, Node value, ColumnType type) implements Node {}

    /** What is the engine's own text already. */
    record Written(int at, String sql, ValueType type) implements Node {}

    /** One key of ORDER BY; {@code nullsFirst} is null if the author did not say. */
    record Sorting(Node key, boolean descending, @Nullable Boolean nullsFirst) {}

    /** OVER: a named window ({@code base}), or its parts; {@code frame} is null for none. */
    record Window(
            int at,
            @Nullable Name base,
            boolean bracketed,
            List<Node> partition,
            List<Sorting> order,
            @Nullable String frame) {}
}
