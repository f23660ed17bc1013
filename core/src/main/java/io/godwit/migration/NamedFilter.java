package io.godwit.migration;

import io.godwit.schema.TableName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a plugin's tables belong together under a name, such as those of one user. Immutable.
 *
 * @param name by which it is asked for
 * @param description for people; null for none
 * @param parameters what must be given, by name
 * @param conditions which rows, by table
 */
public record NamedFilter(
        String name,
        @Nullable String description,
        Map<String, FilterType> parameters,
        Map<TableName, FilterCondition> conditions) {

    public NamedFilter {
        Objects.requireNonNull(name, "name");
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        conditions = Collections.unmodifiableMap(new LinkedHashMap<>(conditions));
    }

    /**
     * The conditions as universal SQL, with values in the places of parameters.
     *
     * @param values of every parameter
     * @throws IllegalArgumentException if a value is missing or of another type, with the parameter's name
     */
    public Map<TableName, String> with(Map<String, List<String>> values) {
        Map<String, String> literals = new LinkedHashMap<>();
        parameters.forEach((parameter, type) -> {
            List<String> given = values.get(parameter);
            if (given == null) {
                throw new IllegalArgumentException(
                        "the filter '" + name + "' needs the parameter '" + parameter + "' (" + type + ")");
            }
            try {
                literals.put(parameter, type.literal(given));
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(
                        "the parameter '" + parameter + "' of the filter '" + name + "': " + wrong.getMessage(), wrong);
            }
        });
        Map<TableName, String> made = new LinkedHashMap<>();
        conditions.forEach((table, condition) -> made.put(table, condition.with(literals::get)));
        return made;
    }
}
