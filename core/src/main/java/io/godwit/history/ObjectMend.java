package io.godwit.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts the rows of {@code godwit_object} right, each of which the audit trail tells. Immutable. */
record ObjectMend(Ownership expected, List<ObjectRow> rows, ObjectWriter writer) {

    private static final int SHOWN = 20;

    /** One for all of them: what belongs to whom is right, or it is not. */
    List<Mend> mends() {
        List<Damage> damages = new ObjectCheck(expected, rows).damages();
        if (damages.isEmpty()) {
            return List.of();
        }
        List<ObjectChange> changes = new ArrayList<>();
        Set<String> effects = new LinkedHashSet<>();
        Set<ObjectRow.Key> known = new LinkedHashSet<>();
        for (ObjectRow row : rows) {
            boolean first = known.add(row.key());
            ObjectRow proven = expected.rows().get(row.key());
            if (!first || !row.equals(proven)) {
                change(row.key(), proven, changes, effects);
            }
        }
        expected.rows().forEach((key, proven) -> {
            if (known.add(key)) {
                change(key, proven, changes, effects);
            }
        });
        return List.of(new Mend(
                "", "", ObjectCheck.TABLE, shown(damages), shown(effects), writer.statements("", "", changes)));
    }

    private static void change(
            ObjectRow.Key key, @Nullable ObjectRow proven, List<ObjectChange> changes, Set<String> effects) {
        if (proven == null) {
            changes.add(new ObjectChange.Erased(key));
            effects.add("row " + key + " is taken out");
        } else {
            changes.add(new ObjectChange.Written(proven));
            effects.add("row " + key + " is written again: " + thing(proven) + " of plugin " + proven.pluginId()
                    + (proven.isThere() ? "" : ", dropped by " + proven.droppedBy()));
        }
    }

    private static String thing(ObjectRow row) {
        return row.kind() + " " + (row.part().isEmpty() ? row.object() : row.part() + " of " + row.object());
    }

    private static String shown(Collection<?> lines) {
        String shown = lines.stream().limit(SHOWN).map(String::valueOf).collect(Collectors.joining("; "));
        return lines.size() <= SHOWN ? shown : shown + "; and " + (lines.size() - SHOWN) + " more";
    }
}
