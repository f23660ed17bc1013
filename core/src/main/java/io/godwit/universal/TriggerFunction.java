package io.godwit.universal;

import io.godwit.schema.Name;
import io.godwit.schema.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A function that does nothing but set columns of the row that fired its trigger.
 *
 * @param source the statement that makes it
 * @param set column to value, in the order in which they are set
 */
record TriggerFunction(Source source, Map<Name, Value> set) {

    TriggerFunction {
        set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
    }
}
