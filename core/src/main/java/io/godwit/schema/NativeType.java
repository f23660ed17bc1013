package io.godwit.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An engine's own type, as text that no dialect checks.
 *
 * @param types engine name, or {@code universal}, to that engine's (or a portable) type; in the order written
 */
public record NativeType(Map<String, String> types) implements ColumnType {

    public NativeType {
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        if (types.isEmpty() || types.values().stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a native type names at least one engine and its type");
        }
    }

    @Override
    public <R> R accept(ColumnTypeVisitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public String toString() {
        return "native" + types;
    }
}
