package io.godwit.universal;

import io.godwit.schema.Column;
import java.util.List;

/**
 * A column as it is written.
 *
 * @param column without its constraints
 * @param all its constraints, in order
 */
record ColumnDraft(Column column, List<ConstraintDraft> all) {

    ColumnDraft {
        all = List.copyOf(all);
    }
}
