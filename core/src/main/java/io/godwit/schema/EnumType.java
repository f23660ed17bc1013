package io.godwit.schema;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One of a fixed list of texts; a varchar with a named check, unless a native type is asked for.
 *
 * @param values the allowed values in their order; at least one, no two alike
 */
public record EnumType(List<String> values) implements ColumnType {

    public EnumType {
        values = List.copyOf(values);
        if (values.isEmpty() || values.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("an enum needs at least one value, and none may be empty");
        }
        if (new HashSet<>(values).size() != values.size()) {
            throw new IllegalArgumentException("an enum's values must differ");
        }
    }

    @Override
    public <R> R accept(ColumnTypeVisitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public String toString() {
        return values.stream()
                .map(value -> "'" + value.replace("'", "''") + "'")
                .collect(Collectors.joining(",", "enum(", ")"));
    }
}
