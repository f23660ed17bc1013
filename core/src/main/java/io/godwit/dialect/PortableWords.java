package io.godwit.dialect;

import io.godwit.schema.Column;
import io.godwit.schema.EngineObject;
import io.godwit.schema.NativeType;
import io.godwit.schema.Schema;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says in portable words what a database says in its engine's, so that a schema that Godwit did not make can travel. Stateless and
 * thread-safe; the connection is the caller's, and is only read.
 */
public interface PortableWords {

    /** Types that no portable one stands for are texts on other engines. */
    PortableWords STANDARD = new PortableWords() {};

    /** Takes what a person should know of a table. */
    interface Notes {
        void add(TableName table, String words);
    }

    /**
     * The same tables with portable types, where all values of a column are values of one; where none is, the engine's own type stays,
     * with the portable one that other engines get.
     *
     * @param made the tables whose types are what Godwit wrote
     */
    default Schema schema(Connection connection, Schema read, Set<TableName> made, Notes notes) throws SQLException {
        List<Table> tables = new ArrayList<>();
        for (Table table : read.tables().values()) {
            tables.add(table.withColumns(table.columns().stream()
                    .map(column -> column(table, column, notes))
                    .toList()));
        }
        return Schema.of(tables, read.views().values(), read.sequences().values());
    }

    /** What a column is by its type alone. */
    default Column column(Table table, Column column, Notes notes) {
        return column.type() instanceof NativeType type ? asText(table, column, type, notes) : column;
    }

    /** The column with its own type, and a text on engines that do not have it. */
    static Column asText(Table table, Column column, NativeType type, Notes notes) {
        if (type.types().containsKey("universal")) {
            return column;
        }
        notes.add(
                table.name(),
                "column " + column.name() + " is of the engine's own type "
                        + String.join(", ", type.types().values()) + "; other engines get text");
        return column.withType(elsewhere(type, "text"));
    }

    /** The engine's own type, and the portable one that other engines get. */
    static NativeType elsewhere(NativeType type, String portable) {
        Map<String, String> types = new LinkedHashMap<>(type.types());
        types.put("universal", portable);
        return new NativeType(types);
    }

    /** An expression or a query of the catalog, spelled as universal SQL would; what it means is checked by translating it back. */
    default String universal(String sql) {
        return sql;
    }

    /** Whether the engine keeps expressions with brackets around every operation, so that those around a part tell nothing. */
    default boolean writesBrackets() {
        return false;
    }

    /** Functions and procedures that are neither the system's nor an extension's, each with the statement that makes it. */
    default List<EngineObject> routines(Connection connection) throws SQLException {
        return List.of();
    }
}
