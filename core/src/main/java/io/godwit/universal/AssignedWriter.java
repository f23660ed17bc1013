package io.godwit.universal;

import io.godwit.dialect.CastTarget;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType;
import io.godwit.dialect.ValueType.Kind;
import java.util.List;

/** Writes values as PostgreSQL would keep them in a column, for expressions that go on with them. For one thread. */
final class AssignedWriter {

    private final Translation translation;
    private final ExpressionWriter expressions;

    AssignedWriter(Translation translation, ExpressionWriter expressions) {
        this.translation = translation;
        this.expressions = expressions;
    }

    Term write(Node.Assigned node) {
        ValueType type = ValueType.of(node.type());
        Node value = node.value();
        Term term = expressions.write(value);
        if (type.is(Kind.OTHER)) {
            return translation.value(node.at(), term);
        }
        if (term.is(Kind.UNTYPED) && term.constant() == null) {
            return ofNull(node, type);
        }
        if (type.isNumber() && term.type().isNumber() && !term.is(type.kind())) {
            return expressions.assigned(converted(node), type).as(type);
        }
        if (type.is(Kind.DECIMAL) && term.is(Kind.DECIMAL) && !fits(term.type(), type)) {
            return expressions.assigned(rounded(node, type), type).as(type);
        }
        return expressions.assigned(value, type).as(type);
    }

    /** A NULL by itself would have a type of the engine's choice. */
    private Term ofNull(Node.Assigned node, ValueType type) {
        Term none = Term.atom("NULL").as(ValueType.UNTYPED);
        CastTarget target = new CastTarget(node.type().toString(), type, node.type());
        return translation.cast(node.at(), none, target).as(type);
    }

    /** Engines divide whole numbers in ways of their own, so that they become what the column keeps. */
    private static Node converted(Node.Assigned node) {
        return new Node.Conversion(
                node.at(), node.value(), TypeText.of(node.at(), node.type().toString()));
    }

    private static boolean fits(ValueType value, ValueType column) {
        return column.scale() < 0 || (value.scale() >= 0 && value.scale() <= column.scale());
    }

    private static Node rounded(Node.Assigned node, ValueType type) {
        Node digits = new Node.Constant(node.at(), Node.Constant.Kind.NUMBER, Integer.toString(type.scale()));
        return Node.FunctionCall.of(node.at(), "round", List.of(node.value(), digits));
    }
}
