package io.godwit.plan;

import io.godwit.schema.CharType;
import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.TimeType;
import io.godwit.schema.VarcharType;
import java.util.List;

/** Whether every value of one type is the same value in another, so that nothing is lost on the way there and back. */
public final class Widening {

    private static final List<SimpleType> INTEGERS =
            List.of(SimpleType.SMALLINT, SimpleType.INTEGER, SimpleType.BIGINT);

    private Widening() {}

    public static boolean holds(ColumnType from, ColumnType to) {
        if (from.equals(to)) {
            return true;
        }
        if (from instanceof VarcharType narrow) {
            return to == SimpleType.TEXT || (to instanceof VarcharType wide && wide.length() >= narrow.length());
        }
        if (from instanceof CharType narrow) {
            return to instanceof CharType wide && wide.length() >= narrow.length();
        }
        if (from instanceof TimeType narrow) {
            return to == narrow.kind()
                    || (to instanceof TimeType wide
                            && wide.kind() == narrow.kind()
                            && wide.digits() >= narrow.digits());
        }
        if (from instanceof DecimalType narrow) {
            return to instanceof DecimalType wide
                    && wide.scale() >= narrow.scale()
                    && wide.precision() - wide.scale() >= narrow.precision() - narrow.scale();
        }
        return INTEGERS.contains(from) && INTEGERS.indexOf(to) > INTEGERS.indexOf(from);
    }
}
