package io.godwit.compare;

import io.godwit.schema.Column;
import io.godwit.schema.NativeType;
import io.godwit.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The columns of a table whose values are on both sides, in the order of the one here. Immutable.
 *
 * @param here the table here
 * @param there the table there
 * @param ours columns here
 * @param theirs as many columns there
 * @param leftOut names of the others
 */
record SharedColumns(Table here, Table there, List<Column> ours, List<Column> theirs, List<String> leftOut) {

    SharedColumns {
        ours = List.copyOf(ours);
        theirs = List.copyOf(theirs);
        leftOut = List.copyOf(leftOut);
    }

    /** @param secret told the columns here: which of them stay unread */
    static SharedColumns of(Table here, Table there, CommonGround ground, Predicate<Column> secret) {
        Map<String, Column> others = new HashMap<>();
        there.columns().forEach(column -> others.put(ground.key(column.name()), column));
        List<Column> ours = new ArrayList<>();
        List<Column> theirs = new ArrayList<>();
        TreeSet<String> leftOut = new TreeSet<>();
        for (Column column : here.columns()) {
            Column other = others.remove(ground.key(column.name()));
            boolean computed = column.generated() != null || (other != null && other.generated() != null);
            if (other == null || secret.test(column) || !isComparable(column, other, ground)) {
                leftOut.add(column.name().text());
            } else if (!computed) {
                ours.add(column);
                theirs.add(other);
            }
        }
        others.values().forEach(column -> leftOut.add(column.name().text()));
        return new SharedColumns(here, there, ours, theirs, List.copyOf(leftOut));
    }

    /** What an engine's own type holds is read in that engine's way. */
    private static boolean isComparable(Column column, Column other, CommonGround ground) {
        return ground.exact() || !(column.type() instanceof NativeType || other.type() instanceof NativeType);
    }
}
