package io.godwit.schema;

import java.util.Objects;

/**
 * Something that belongs to a table and that no portable record can say, kept as the engine's own text so that a rebuild
 * loses nothing.
 *
 * @param kind what it is, in lower case: {@code trigger}, {@code index}, {@code constraint} (beside the portable record of that name,
 *     if there is one), or {@link #OPTION}
 * @param name its name
 * @param sql the statement that makes it; for an option words of the dialect's own, which stand in the table's definition
 */
public record EngineObject(String kind, Name name, String sql) {

    /** What no statement of its own makes. */
    public static final String OPTION = "option";

    public EngineObject {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(sql, "sql");
    }

    public boolean isOption() {
        return kind.equals(OPTION);
    }
}
