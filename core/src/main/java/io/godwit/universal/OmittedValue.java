package io.godwit.universal;

import io.godwit.dialect.ValueType;
import io.godwit.schema.Column;
import io.godwit.schema.Expression;
import io.godwit.schema.Literal;
import io.godwit.schema.TableName;
import io.godwit.schema.Value;

/**
 * What a column gets of which an INSERT says nothing.
 *
 * @param translation whose text it is
 * @param table the table
 * @param at where the text needs the value
 */
record OmittedValue(Translation translation, TableName table, int at) {

    Node of(Column column) {
        if (column.identity() || column.generated() != null) {
            throw translation.unsupported(
                    at,
                    "the value of " + column.name() + " that is to be inserted",
                    "the engine makes it, and only for rows that it inserts",
                    "a value for the column, or an expression without it");
        }
        Value value = column.defaultValue();
        if (value == null) {
            return new Node.Constant(at, Node.Constant.Kind.NULL, "null");
        }
        return value instanceof Literal literal ? constant(literal) : written((Expression) value, column);
    }

    /** A default has a place of its own in some document, so that it is written apart. */
    private Node written(Expression expression, Column column) {
        String sql = new UniversalTranslator(translation.dialect())
                .value(expression, column.type(), table, translation.schema());
        return new Node.Written(at, sql, ValueType.of(column.type()));
    }

    private Node constant(Literal literal) {
        String text = literal.text();
        return switch (literal.kind()) {
            case NULL -> new Node.Constant(at, Node.Constant.Kind.NULL, text);
            case BOOLEAN -> new Node.Constant(at, Node.Constant.Kind.BOOLEAN, text);
            case TEXT, JSON -> new Node.Constant(at, Node.Constant.Kind.TEXT, text);
            case NUMBER -> {
                boolean negative = text.startsWith("-");
                Node digits = new Node.Constant(at, Node.Constant.Kind.NUMBER, negative ? text.substring(1) : text);
                yield negative ? Node.Operation.of(at, "negative", digits) : digits;
            }
        };
    }
}
