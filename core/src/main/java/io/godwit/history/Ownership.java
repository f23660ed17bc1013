package io.godwit.history;

import io.godwit.history.ObjectChange.Cleared;
import io.godwit.history.ObjectChange.Dropped;
import io.godwit.history.ObjectChange.Erased;
import io.godwit.history.ObjectChange.GivenBack;
import io.godwit.history.ObjectChange.HandedOver;
import io.godwit.history.ObjectChange.Made;
import io.godwit.history.ObjectChange.Renamed;
import io.godwit.history.ObjectChange.TakenBack;
import io.godwit.history.ObjectChange.Written;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What {@code godwit_object} must hold by the audit trail: each change is done to rows in memory as {@link ObjectWriter} does it to
 * those of the database. For one thread.
 */
final class Ownership {

    private final Map<ObjectRow.Key, ObjectRow> rows = new LinkedHashMap<>();
    private final Map<ObjectRow.Key, Long> entries = new HashMap<>();

    /** What the trail, from its beginning to its end, says must be there. */
    static Ownership of(List<AuditEntry> trail) {
        Ownership ownership = new Ownership();
        for (AuditEntry entry : trail) {
            if (entry.isDone()) {
                ownership.follow(entry);
            }
        }
        return ownership;
    }

    private void follow(AuditEntry entry) {
        List<ObjectChange> changes = entry.evidence().objects();
        for (int index = 0; index < changes.size(); index++) {
            follow(entry, index, changes.get(index));
        }
    }

    private void follow(AuditEntry entry, int index, ObjectChange change) {
        String migration = entry.migrationId();
        if (change instanceof Made made) {
            put(entry, ObjectRow.made(new ObjectRow.Key(migration, index), entry.pluginId(), made.name()));
        } else if (change instanceof Dropped dropped) {
            each(entry, row -> row.isThere() && row.isOf(dropped.name()), row -> row.droppedBy(migration));
        } else if (change instanceof Renamed renamed) {
            each(
                    entry,
                    row -> row.isThere() && row.isOf(renamed.from()),
                    row -> row.renamed(renamed.from(), renamed.to()));
        } else if (change instanceof GivenBack) {
            each(entry, row -> row.droppedBy().equals(migration), row -> row.droppedBy(""));
        } else if (change instanceof HandedOver over) {
            each(
                    entry,
                    row -> row.isThere()
                            && row.pluginId().equals(over.from())
                            && row.object().equals(over.object()),
                    row -> row.ownedBy(over.to()));
        } else if (change instanceof TakenBack) {
            rows.keySet().removeIf(key -> key.migrationId().equals(migration));
        } else if (change instanceof Cleared) {
            rows.clear();
        } else if (change instanceof Written written) {
            put(entry, written.row());
        } else if (change instanceof Erased erased) {
            rows.remove(erased.key());
        }
    }

    private void each(AuditEntry entry, Predicate<ObjectRow> concerned, UnaryOperator<ObjectRow> changed) {
        for (ObjectRow row : new ArrayList<>(rows.values())) {
            if (concerned.test(row)) {
                put(entry, changed.apply(row));
            }
        }
    }

    private void put(AuditEntry entry, ObjectRow row) {
        rows.put(row.key(), row);
        entries.put(row.key(), entry.sequence());
    }

    Map<ObjectRow.Key, ObjectRow> rows() {
        return rows;
    }

    /** The number of the entry that wrote a row as it must be. */
    long entry(ObjectRow.Key key) {
        return entries.getOrDefault(key, 0L);
    }

    /** Whether these rows are there, and no others. */
    boolean matches(Collection<ObjectRow> now) {
        return now.size() == rows.size() && now.stream().allMatch(row -> row.equals(rows.get(row.key())));
    }
}
