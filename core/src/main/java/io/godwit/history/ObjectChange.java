package io.godwit.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an entry of the audit trail did to {@code godwit_object}: followed from the first entry on, these tell each of its rows.
 * "The migration" is the entry's.
 */
public sealed interface ObjectChange {

    /** It is new, or there again, and belongs to the migration's plugin. */
    record Made(ObjectName name) implements ObjectChange {}

    /** It is gone, and with a table all that is in it. */
    record Dropped(ObjectName name) implements ObjectChange {}

    /** It has another name: the object, or the part where the old name has one. */
    record Renamed(ObjectName from, String to) implements ObjectChange {}

    /** All that the migration made is gone. */
    record TakenBack() implements ObjectChange {}

    /** All that the migration dropped is there again, and belongs to whom it did. */
    record GivenBack() implements ObjectChange {}

    /** It belongs to another plugin from now on, with the parts that its owner made. */
    record HandedOver(String object, String from, String to) implements ObjectChange {}

    /** Nothing belongs to anybody. */
    record Cleared() implements ObjectChange {}

    /** A row as it stands there, whatever stood under its key. */
    record Written(ObjectRow row) implements ObjectChange {}

    /** A row is gone. */
    record Erased(ObjectRow.Key key) implements ObjectChange {}

    /** All rows, whatever was known of them before. */
    static List<ObjectChange> afresh(List<ObjectRow> rows) {
        return Stream.<ObjectChange>concat(
                        Stream.of(new Cleared()), rows.stream().map(Written::new))
                .toList();
    }

    /** What makes of some rows others. */
    static List<ObjectChange> between(List<ObjectRow> before, List<ObjectRow> after) {
        List<ObjectChange> changes = new ArrayList<>();
        Set<ObjectRow> there = new HashSet<>(before);
        Set<ObjectRow.Key> kept = after.stream().map(ObjectRow::key).collect(Collectors.toSet());
        before.stream()
                .map(ObjectRow::key)
                .filter(key -> !kept.contains(key))
                .forEach(key -> changes.add(new Erased(key)));
        after.stream().filter(row -> !there.contains(row)).forEach(row -> changes.add(new Written(row)));
        return changes;
    }
}
