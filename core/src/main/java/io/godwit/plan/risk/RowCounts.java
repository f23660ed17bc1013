package io.godwit.plan.risk;

import io.godwit.schema.TableName;
import java.util.OptionalLong;

/** Tells how many rows tables have. */
public interface RowCounts {

    /** Knows nothing, as without a database. */
    RowCounts UNKNOWN = table -> OptionalLong.empty();

    /** About how many rows a table has; empty when that cannot be told. */
    OptionalLong of(TableName table);
}
