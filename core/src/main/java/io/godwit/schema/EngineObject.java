package io.godwit.schema;

import java.util.Objects;

/**
 * Something that belongs to a table and that no portable record can say, kept as the engine's own text so that a rebuild
 * loses nothing.
 *
 * @param kind what it is, in lower case: {@code trigger}, {@code index}
 * @param name its name
 * @param sql the statement that makes it
 */
public record EngineObject(String kind, Name name, String sql) {

    public EngineObject {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(sql, "sql");
    }
}
