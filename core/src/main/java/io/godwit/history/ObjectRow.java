package io.godwit.history;

import io.godwit.failure.RepairNeededException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row of {@code godwit_object} as it stands there, whether or not it makes sense. Immutable.
 *
 * @param key which row
 * @param pluginId whom it belongs to
 * @param kind what it is
 * @param object the table, view, sequence or schema
 * @param part of it; empty for the whole
 * @param droppedBy the migration that dropped it; empty while it is there
 */
public record ObjectRow(Key key, String pluginId, String kind, String object, String part, String droppedBy) {

    /**
     * A row's key.
     *
     * @param migrationId the migration that made it
     * @param position its place among what that made
     */
    public record Key(String migrationId, long position) {

        /** Such as {@code crm-0001, 2}. */
        @Override
        public String toString() {
            return migrationId + ", " + position;
        }
    }

    static ObjectRow made(Key key, String pluginId, ObjectName name) {
        return new ObjectRow(key, pluginId, name.kind().toString(), name.object(), name.part(), "");
    }

    /** What it says. */
    OwnedObject owned() {
        try {
            return new OwnedObject(new ObjectName(ObjectKind.parse(kind), object, part), pluginId, key.migrationId());
        } catch (IllegalArgumentException e) {
            Damage damage = new Damage(ObjectCheck.TABLE, key.toString(), "kind", "it cannot be read");
            throw new RepairNeededException(Damages.message(List.of(damage)), e);
        }
    }

    boolean isThere() {
        return droppedBy.isEmpty();
    }

    /** Whether it is the thing, or for a whole one anything of that name or in it. */
    boolean isOf(ObjectName name) {
        return object.equals(name.object())
                && (name.part().isEmpty() || (kind.equals(name.kind().toString()) && part.equals(name.part())));
    }

    ObjectRow droppedBy(String migrationId) {
        return new ObjectRow(key, pluginId, kind, object, part, migrationId);
    }

    ObjectRow ownedBy(String plugin) {
        return new ObjectRow(key, plugin, kind, object, part, droppedBy);
    }

    ObjectRow renamed(ObjectName from, String to) {
        return from.part().isEmpty()
                ? new ObjectRow(key, pluginId, kind, to, part, droppedBy)
                : new ObjectRow(key, pluginId, kind, object, to, droppedBy);
    }

    /** Its texts by the columns' names, without the key. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("plugin_id", pluginId);
        texts.put("kind", kind);
        texts.put("object", object);
        texts.put("part", part);
        texts.put("dropped_by", droppedBy);
        return texts;
    }
}
