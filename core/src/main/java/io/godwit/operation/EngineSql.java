package io.godwit.operation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * SQL text for one or more engines. Immutable.
 *
 * @param texts engine name, or {@code universal}, to its text, in the order written
 */
public record EngineSql(Map<String, SqlSource> texts) {

    /** The key of PostgreSQL-flavoured SQL that a dialect translates. */
    public static final String UNIVERSAL = "universal";

    public EngineSql {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("sql names at least one engine");
        }
    }

    /** The text under the first of an engine's names that has one; {@code universal} is not looked at. */
    public Optional<SqlSource> forEngine(List<String> names) {
        return names.stream().filter(texts::containsKey).map(texts::get).findFirst();
    }

    public Optional<SqlSource> universal() {
        return Optional.ofNullable(texts.get(UNIVERSAL));
    }
}
