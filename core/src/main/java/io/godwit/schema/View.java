package io.godwit.schema;

import java.util.Objects;

/**
 * A view. Immutable.
 *
 * @param name its name
 * @param query what it shows
 * @param materialized whether its rows are stored until it is refreshed
 */
public record View(TableName name, Query query, boolean materialized) {

    public View {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(query, "query");
    }
}
