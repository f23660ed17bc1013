package io.godwit.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /**
     * The portable type that it is on an engine that it names no type of its own for; empty if it does, or says none.
     *
     * @param engine the names that the engine answers to
     */
    public Optional<ColumnType> portableOn(List<String> engine) {
        String universal = types.get("universal");
        return universal == null || engine.stream().anyMatch(types::containsKey)
                ? Optional.empty()
                : Optional.of(ColumnType.parse(universal));
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
