package io.godwit.format;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what contradicts itself inside one {@code createTable}.
 *
 * <p>It looks at the JSON, not at what was read of it, so that a faulty column does not make its keys look faulty too.
 */
final class TableCheck {

    private final JsonObject table;
    private final Reading reading;

    TableCheck(ObjectReader in) {
        this.table = in.json();
        this.reading = in.reading();
    }

    void report() {
        List<JsonNode> columns = items(table.get("columns"));
        if (columns.isEmpty()) {
            return;
        }
        Set<String> names = new LinkedHashSet<>();
        Map<String, String> seen = new HashMap<>();
        for (JsonNode column : columns) {
            if (field(column, "name") instanceof JsonString name
                    && !name.value().isBlank()) {
                NameForm.reportSecond(reading, name.place(), name.value(), seen);
                names.add(name.value());
            }
        }
        reportTwoPrimaryKeys(columns);
        reportSecondIdentity(columns);
        if (names.size() == columns.size()) {
            reportUnknownColumns(names);
        }
    }

    private void reportTwoPrimaryKeys(List<JsonNode> columns) {
        JsonNode ofTable = table.get("primaryKey");
        int ofColumns = 0;
        for (JsonNode column : columns) {
            if (isTrue(column, "primaryKey")) {
                ofColumns++;
                if (ofTable != null || ofColumns == 2) {
                    reading.report(
                            column.place(),
                            "a table has one primary key; for several columns write"
                                    + " \"primaryKey\": [\"a\", \"b\"] beside \"columns\", and none on a column");
                }
            }
        }
    }

    private void reportSecondIdentity(List<JsonNode> columns) {
        boolean found = false;
        for (JsonNode column : columns) {
            boolean identity = isTrue(column, "identity");
            if (identity && found) {
                reading.report(column.place(), "a table has at most one identity column");
            }
            found |= identity;
        }
    }

    private void reportUnknownColumns(Set<String> names) {
        JsonNode primaryKey = table.get("primaryKey");
        reportUnknown(primaryKey instanceof JsonObject ? field(primaryKey, "columns") : primaryKey, names);
        reportUnknown(field(table.get("partitionBy"), "columns"), names);
        for (JsonNode unique : items(table.get("uniques"))) {
            reportUnknown(field(unique, "columns"), names);
        }
        for (JsonNode foreignKey : items(table.get("foreignKeys"))) {
            reportUnknown(field(foreignKey, "columns"), names);
            reportUnknownSelf(field(foreignKey, "references"), names);
        }
    }

    private void reportUnknownSelf(@Nullable JsonNode references, Set<String> names) {
        boolean self = field(references, "table") instanceof JsonString target
                && table.get("table") instanceof JsonString own
                && target.value().equals(own.value());
        if (self) {
            reportUnknown(field(references, "columns"), names);
        }
    }

    private void reportUnknown(@Nullable JsonNode list, Set<String> names) {
        for (JsonNode item : items(list)) {
            if (item instanceof JsonString name && !name.value().isBlank() && !names.contains(name.value())) {
                reading.report(
                        item.place(),
                        "the table has no column '" + name.value() + "'" + Suggestion.ask(name.value(), names));
            }
        }
    }

    private static boolean isTrue(JsonNode column, String key) {
        return field(column, key) instanceof JsonFlag flag && flag.value();
    }

    private static @Nullable JsonNode field(@Nullable JsonNode node, String key) {
        return node instanceof JsonObject object ? object.get(key) : null;
    }

    private static List<JsonNode> items(@Nullable JsonNode node) {
        return node instanceof JsonArray array ? array.items() : List.of();
    }
}
