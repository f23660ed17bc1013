package io.godwit.changelog;

import io.godwit.failure.GodwitException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import liquibase.changelog.ChangeSet;

/**
 * Finds the engines that one document can serve. A document for one engine serves those as well that answer to its name, as MariaDB does to
 * MySQL's: they stay together, if need be by SQL of their own. For one use.
 */
final class EngineGroups {

    private final Map<ChangeSetConversion, ConvertedSet> converted;
    private final Map<ChangeSetConversion, ChangeSet> sets;

    EngineGroups(Map<ChangeSetConversion, ConvertedSet> converted, Map<ChangeSetConversion, ChangeSet> sets) {
        this.converted = new LinkedHashMap<>(converted);
        this.sets = sets;
    }

    List<Map<String, ConvertedSet>> groups() {
        for (ChangeSetConversion engine : List.copyOf(converted.keySet())) {
            for (ChangeSetConversion other : List.copyOf(converted.keySet())) {
                boolean covers = engine != other && other.keys().contains(engine.engine());
                if (covers && !of(engine).goesWith(of(other))) {
                    plain(engine);
                    plain(other);
                }
            }
        }
        List<Map<String, ConvertedSet>> groups = new ArrayList<>();
        converted.forEach((engine, set) -> {
            for (Map<String, ConvertedSet> group : groups) {
                if (group.values().iterator().next().goesWith(set)) {
                    group.put(engine.engine(), set);
                    return;
                }
            }
            Map<String, ConvertedSet> group = new LinkedHashMap<>();
            group.put(engine.engine(), set);
            groups.add(group);
        });
        return groups;
    }

    private ConvertedSet of(ChangeSetConversion engine) {
        return Objects.requireNonNull(converted.get(engine));
    }

    private void plain(ChangeSetConversion engine) {
        try {
            converted.put(engine, engine.convert(Objects.requireNonNull(sets.get(engine)), true));
        } catch (UnconvertedException | GodwitException noForm) {
            // it keeps its operations
            return;
        }
    }
}
