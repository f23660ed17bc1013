package io.godwit.universal;

import io.godwit.dialect.ValueType;
import io.godwit.schema.Name;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a relation or of a query's result, in order. Immutable.
 *
 * @param known whether they are known; if not, the list is empty and any name may be one
 * @param list the columns
 */
record Columns(boolean known, List<Typed> list) {

    static final Columns UNKNOWN = new Columns(false, List.of());

    /** A column and what is known of its values. */
    record Typed(Name name, ValueType type) {}

    Columns {
        list = List.copyOf(list);
    }

    static Columns of(List<Typed> list) {
        return new Columns(true, list);
    }

    /** {@link ValueType#UNKNOWN} if any name may be a column; null if there is no such column. */
    @Nullable
    ValueType type(Name name) {
        for (Typed column : list) {
            if (column.name().equals(name)) {
                return column.type();
            }
        }
        return known ? null : ValueType.UNKNOWN;
    }

    /** The same under other names, as a list of columns after an alias gives them. */
    Columns renamed(List<Name> names) {
        if (names.isEmpty() || !known) {
            return this;
        }
        List<Typed> renamed = new ArrayList<>(list);
        for (int index = 0; index < Math.min(names.size(), list.size()); index++) {
            renamed.set(index, new Typed(names.get(index), list.get(index).type()));
        }
        return of(renamed);
    }
}
