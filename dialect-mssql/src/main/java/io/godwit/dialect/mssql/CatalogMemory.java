package io.godwit.dialect.mssql;

import io.godwit.schema.ForeignKey;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.Name;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The extended properties of one table, by name. */
record CatalogMemory(Map<String, String> values) {

    static final CatalogMemory NOTHING = new CatalogMemory(Map.of());

    static Map<Integer, CatalogMemory> read(Catalog catalog, String ids) throws SQLException {
        Map<Integer, CatalogMemory> memories = new HashMap<>();
        catalog.byObject(
                        "SELECT major_id AS object_id, name, CAST(value AS NVARCHAR(4000)) AS text FROM sys.extended_properties"
                                + " WHERE class = 1 AND minor_id = 0 AND major_id IN " + ids,
                        row -> Map.entry(row.getString("name"), String.valueOf(row.getString("text"))))
                .forEach((table, entries) -> {
                    Map<String, String> values = new HashMap<>();
                    entries.forEach(entry -> values.put(entry.getKey(), entry.getValue()));
                    memories.put(table, new CatalogMemory(values));
                });
        return memories;
    }

    @Nullable
    String comment() {
        return values.get(Properties.COMMENT);
    }

    boolean isConstraint(Name index) {
        return IndexMemory.CONSTRAINT.equals(values.get(Properties.INDEX + index));
    }

    /** The columns that an index stands for; empty if it stands for itself. */
    List<IndexColumn> columns(Name index) {
        String text = values.get(Properties.INDEX + index);
        return text == null || text.equals(IndexMemory.CONSTRAINT)
                ? List.of()
                : IndexMemory.parse(text).columns();
    }

    boolean restricts(ForeignKey key, String event) {
        String events = values.get(Properties.RESTRICT + key.name());
        return events != null && Arrays.asList(events.split(" ", -1)).contains(event);
    }
}
