package io.godwit.universal;

import io.godwit.dialect.ValueType;
import io.godwit.dialect.ValueType.Kind;
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
            if (!ResultType.common(one, other).is(one.kind()) && !one.is(Kind.UNTYPED)) {
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
