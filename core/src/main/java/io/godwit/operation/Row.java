package io.godwit.operation;

import io.godwit.schema.Name;
import io.godwit.schema.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Values for columns of one row, in the order they were written. Immutable.
 *
 * @param values column to value; at least one
 */
public record Row(Map<Name, Value> values) {

    public Row {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a row needs at least one column");
        }
    }
}
