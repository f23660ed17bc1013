package io.godwit.dialect.mssql;

import io.godwit.dialect.Impact;
import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.VarcharType;
import java.util.List;

/** What ALTER COLUMN does to the rows when a type becomes another: nothing, reading them, or writing them. */
final class TypeImpact {

    /** From narrow to wide; a narrower one keeps the bytes, and is only checked. */
    private static final List<SimpleType> INTEGERS =
            List.of(SimpleType.SMALLINT, SimpleType.INTEGER, SimpleType.BIGINT);

    /** The precisions up to which a decimal takes 5, 9, 13 or 17 bytes. */
    private static final List<Integer> DECIMALS = List.of(9, 19, 28, 38);

    private TypeImpact() {}

    static Impact of(ColumnType from, ColumnType to) {
        if (from.equals(to)) {
            return Impact.BRIEF;
        } else if (from instanceof VarcharType old && to instanceof VarcharType now) {
            return texts(old, now);
        } else if (from instanceof DecimalType old && to instanceof DecimalType now) {
            return old.scale() == now.scale() && size(old) == size(now) ? Impact.SCAN : Impact.REWRITE;
        }
        int width = from instanceof SimpleType simple ? INTEGERS.indexOf(simple) : -1;
        int wanted = to instanceof SimpleType simple ? INTEGERS.indexOf(simple) : -1;
        return wanted >= 0 && wanted < width ? Impact.SCAN : Impact.REWRITE;
    }

    /** Above 4000 characters a text is NVARCHAR(MAX), which is stored otherwise, with a check of its length. */
    private static Impact texts(VarcharType from, VarcharType to) {
        boolean was = TypeCheck.mustBeRemembered(from);
        boolean is = TypeCheck.mustBeRemembered(to);
        if (was != is) {
            return Impact.REWRITE;
        }
        return !is && to.length() >= from.length() ? Impact.BRIEF : Impact.SCAN;
    }

    private static int size(DecimalType type) {
        return (int)
                DECIMALS.stream().filter(digits -> digits < type.precision()).count();
    }
}
