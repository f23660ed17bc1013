package io.godwit.schema;

import java.util.List;
import java.util.Objects;

/**
 * A view. Immutable.
 *
 * @param name its name
 * @param query what it shows
 * @param materialized whether its rows are stored until it is refreshed
 * @param others what belongs to it in the database and no document says, such as triggers and privileges, in the order in which it
 *     is made when the view is made again
 */
public record View(TableName name, Query query, boolean materialized, List<EngineObject> others) {

    public View {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(query, "query");
        others = List.copyOf(others);
    }

    /** A view with nothing else that belongs to it. */
    public View(TableName name, Query query, boolean materialized) {
        this(name, query, materialized, List.of());
    }
}
