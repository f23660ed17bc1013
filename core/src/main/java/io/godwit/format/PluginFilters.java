package io.godwit.format;

import io.godwit.failure.PlanRefusedException;
import io.godwit.migration.NamedFilter;
import io.godwit.schema.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The filters that plugins declare. Immutable. */
public final class PluginFilters {

    private final Map<String, NamedFilter> filters;

    private PluginFilters(Map<String, NamedFilter> filters) {
        this.filters = filters;
    }

    /**
     * Those of a plugin.
     *
     * @param documents of any plugins
     * @param pluginId whose; empty for all, where names must differ
     * @throws io.godwit.failure.InvalidMigrationException with every problem of the file that declares them
     */
    public static PluginFilters of(List<MigrationDocument> documents, String pluginId) {
        Map<String, NamedFilter> all = new TreeMap<>();
        Set<PluginFiles> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (MigrationDocument document : documents) {
            if (seen.add(document.files())) {
                PluginDescriptor.beside(document)
                        .filter(found -> pluginId.isEmpty() || found.pluginId().equals(pluginId))
                        .ifPresent(found -> found.filters().forEach((name, filter) -> {
                            if (all.put(name, filter) != null) {
                                throw new PlanRefusedException("Several plugins have a filter '" + name
                                        + "': name the plugin. Nothing was exported.");
                            }
                        }));
            }
        }
        return new PluginFilters(all);
    }

    /** All of them, by name. */
    public Map<String, NamedFilter> all() {
        return Collections.unmodifiableMap(filters);
    }

    /**
     * Conditions in universal SQL, by table; where several filters name one table, all of them hold.
     *
     * @param names of filters
     * @param values of their parameters, by name
     * @throws PlanRefusedException with all that is wrong with the names and values
     */
    public Map<TableName, String> conditions(List<String> names, Map<String, List<String>> values) {
        List<String> problems = new ArrayList<>();
        Map<TableName, String> conditions = new LinkedHashMap<>();
        Set<String> parameters = new TreeSet<>();
        for (String name : names) {
            NamedFilter filter = filters.get(name);
            if (filter == null) {
                problems.add("there is no filter '" + name + "'" + meant(name, filters.keySet()));
                continue;
            }
            parameters.addAll(filter.parameters().keySet());
            try {
                filter.with(values)
                        .forEach((table, condition) -> conditions.merge(
                                table, "(" + condition + "\n)", (one, other) -> one + " AND " + other));
            } catch (IllegalArgumentException wrong) {
                problems.add(wrong.getMessage());
            }
        }
        for (String given : values.keySet()) {
            if (!parameters.contains(given)) {
                problems.add("there is no parameter '" + given + "'" + meant(given, parameters));
            }
        }
        if (!problems.isEmpty()) {
            throw new PlanRefusedException(
                    "The rows cannot be filtered:\n  " + String.join("\n  ", problems) + "\nNothing was exported.");
        }
        return conditions;
    }

    private static String meant(String written, Set<String> known) {
        String asked = Suggestion.ask(written, known);
        return !asked.isEmpty()
                ? asked
                : known.isEmpty() ? "; there are none" : "; there are " + String.join(", ", known);
    }
}
