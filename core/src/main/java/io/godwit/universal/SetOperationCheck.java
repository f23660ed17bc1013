package io.godwit.universal;

import io.godwit.dialect.ValueType;
import io.godwit.dialect.ValueType.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Refuses what engines would compare by other rules than PostgreSQL's: values of unlike types, and JSON. */
record SetOperationCheck(Translation translation) {

    void check(QueryTree.SetOperation operation, Columns left, Columns right) {
        if (translation.passesUnknown() || !left.known() || !right.known()) {
            return;
        }
        int width = Math.min(left.list().size(), right.list().size());
        for (int index = 0; index < width; index++) {
            ValueType one = left.list().get(index).type();
            ValueType other = right.list().get(index).type();
            if (!isAlike(one, other)) {
                throw translation.unsupported(
                        operation.at(),
                        operation.kind().toUpperCase(Locale.ROOT) + " of unlike types",
                        "column " + (index + 1) + " has another type on each side, and no type is made of them",
                        "a CAST in one of the two");
            }
        }
        if (!(operation.all() && operation.kind().equals("union"))) {
            distinct(operation.at(), left.list());
        }
    }

    /** One value is kept in one form, whichever side it comes from; a NULL takes the other side's type. */
    private static boolean isAlike(ValueType one, ValueType other) {
        boolean open = one.is(Kind.UNTYPED) || other.is(Kind.UNTYPED);
        return open || one.kind() == other.kind() || (one.isNumber() && other.isNumber());
    }

    /** The columns of the result: what both sides become. */
    static Columns common(Columns left, Columns right) {
        if (!left.known() || left.list().size() != right.list().size()) {
            return left;
        }
        List<Columns.Typed> common = new ArrayList<>();
        for (int index = 0; index < left.list().size(); index++) {
            Columns.Typed column = left.list().get(index);
            ValueType type =
                    ResultType.common(column.type(), right.list().get(index).type());
            common.add(new Columns.Typed(column.name(), type));
        }
        return Columns.of(common);
    }

    /** Rows can be told apart only by values of which the engine knows when they are equal. */
    void distinct(int at, List<Columns.Typed> columns) {
        for (Columns.Typed column : columns) {
            if (!translation.passesUnknown() && column.type().is(Kind.JSON)) {
                throw translation.unsupported(
                        at,
                        "comparison of JSON values (" + column.name() + ")",
                        "the engine compares the text, PostgreSQL the value",
                        "a field of it by ->>");
            }
        }
    }
}
