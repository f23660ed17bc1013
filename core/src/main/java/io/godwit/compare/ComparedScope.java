package io.godwit.compare;

import io.godwit.failure.PlanRefusedException;
import io.godwit.history.ObjectKind;
import io.godwit.history.OwnedObject;
import io.godwit.schema.Schema;
import io.godwit.schema.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which tables, views and sequences are compared. Immutable.
 *
 * @param keys what they are found by; null for all
 */
record ComparedScope(CommonGround ground, @Nullable Set<String> keys) {

    private static final Set<ObjectKind> WHOLE = Set.of(ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.SEQUENCE);

    /** @throws PlanRefusedException if what was asked for is on neither side */
    static ComparedScope of(CompareOptions asked, CommonGround ground, Side here, Side there) {
        Set<String> keys = null;
        if (!asked.pluginId().isEmpty()) {
            keys = ofPlugin(asked.pluginId(), ground, here, there);
        }
        if (!asked.tables().isEmpty()) {
            Set<String> named = ofTables(asked.tables(), ground, here, there);
            if (keys != null) {
                named.retainAll(keys);
            }
            keys = named;
        }
        return new ComparedScope(ground, keys);
    }

    private static Set<String> ofPlugin(String plugin, CommonGround ground, Side here, Side there) {
        boolean known = Stream.of(here, there)
                .flatMap(side -> side.recorded().stream())
                .anyMatch(migration -> migration.pluginId().equals(plugin));
        if (!known) {
            throw refused("nothing of plugin '" + plugin + "' is applied, neither here nor there");
        }
        return Stream.of(here, there)
                .flatMap(side -> side.objects().stream())
                .filter(owned -> owned.pluginId().equals(plugin)
                        && WHOLE.contains(owned.name().kind()))
                .map(OwnedObject::name)
                .map(name -> ground.key(TableName.parse(name.object())))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<String> ofTables(List<String> names, CommonGround ground, Side here, Side there) {
        Set<String> known = new HashSet<>();
        Stream.of(here.schema(), there.schema())
                .flatMap(schema -> schema.tables().keySet().stream())
                .forEach(name -> known.add(ground.key(name)));
        Set<String> keys = new HashSet<>();
        List<String> missing = new ArrayList<>();
        for (String name : names) {
            String key = ground.key(parsed(name));
            if (known.contains(key)) {
                keys.add(key);
            } else {
                missing.add(name);
            }
        }
        if (!missing.isEmpty()) {
            throw refused("there is no table " + String.join(", ", missing) + ", neither here nor there");
        }
        return keys;
    }

    private static TableName parsed(String name) {
        try {
            return TableName.parse(name.strip());
        } catch (IllegalArgumentException e) {
            throw refused("'" + name + "' is no table's name: " + e.getMessage());
        }
    }

    private static PlanRefusedException refused(String why) {
        return new PlanRefusedException("The databases cannot be compared: " + why + ". Nothing was changed.");
    }

    /** What of a schema is compared. */
    Schema of(Schema schema) {
        return keys == null
                ? schema
                : new Schema(within(schema.tables()), within(schema.views()), within(schema.sequences()));
    }

    private <T> Map<TableName, T> within(Map<TableName, T> objects) {
        Map<TableName, T> within = new HashMap<>(objects);
        within.keySet().removeIf(name -> keys != null && !keys.contains(ground.key(name)));
        return within;
    }
}
