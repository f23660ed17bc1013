package io.godwit.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds the rows of {@code godwit_object} against what the audit trail says must be there. Immutable. */
record ObjectCheck(Ownership expected, List<ObjectRow> rows) {

    static final String TABLE = HistoryTables.OBJECT.name().text();

    List<Damage> damages() {
        List<Damage> damages = new ArrayList<>();
        Map<ObjectRow.Key, Integer> copies = new HashMap<>();
        for (ObjectRow row : rows) {
            if (copies.merge(row.key(), 1, Integer::sum) == 1) {
                compare(row, damages);
            }
        }
        expected.rows().keySet().stream()
                .filter(key -> !copies.containsKey(key))
                .forEach(key -> damages.add(damage(
                        key, "", "the row is gone: entry " + expected.entry(key) + " of the audit trail wrote it")));
        copies.forEach((key, count) -> {
            if (count > 1) {
                damages.add(damage(key, "position", "the row is there " + count + " times"));
            }
        });
        return damages;
    }

    private void compare(ObjectRow row, List<Damage> damages) {
        ObjectRow proven = expected.rows().get(row.key());
        if (proven == null) {
            damages.add(damage(row.key(), "", "no entry of the audit trail tells of it"));
            return;
        }
        row.texts().forEach((column, text) -> {
            String was = String.valueOf(proven.texts().get(column));
            if (!text.equals(was)) {
                damages.add(damage(
                        row.key(),
                        column,
                        "it is '" + text + "', and by entry " + expected.entry(row.key()) + " of the audit trail '"
                                + was + "'"));
            }
        });
    }

    private static Damage damage(ObjectRow.Key key, String column, String words) {
        return new Damage(TABLE, key.toString(), column, words);
    }
}
