package io.godwit.dialect.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads sqlite_schema, which has no index: what can be asked of the pragmas, which have, is asked there first. */
final class Catalog {

    private static final String COLUMNS = "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL";

    private final Connection connection;

    Catalog(Connection connection) {
        this.connection = connection;
    }

    /** Everything, in the order in which it was made, without virtual tables and what is behind them. */
    List<CatalogEntry> all() throws SQLException {
        List<CatalogEntry> entries = query(COLUMNS + " ORDER BY rowid");
        if (entries.stream().allMatch(entry -> !entry.type().equals("table") || entry.isTable())) {
            return entries;
        }
        Set<String> shadows = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('shadow', 'virtual')");
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                shadows.add(result.getString(1).toLowerCase(Locale.ROOT));
            }
        }
        return entries.stream()
                .filter(entry -> !shadows.contains(entry.table().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** A table or view and what belongs to it; empty, and cheap, if there is no such name. */
    List<CatalogEntry> of(String name) throws SQLException {
        return exists(name) ? query(COLUMNS + " AND tbl_name = ? COLLATE NOCASE ORDER BY rowid", name) : List.of();
    }

    /** The tables in whose text a foreign key and that name stand. */
    List<CatalogEntry> mentioning(String name) throws SQLException {
        String filter = " AND type = 'table' AND sql LIKE '%references%'";
        return isPlain(name)
                ? query(COLUMNS + filter + " AND instr(lower(sql), lower(?)) > 0 ORDER BY rowid", name)
                : query(COLUMNS + filter + " ORDER BY rowid");
    }

    /** Views with their triggers, and the tables that keep the rows of one. */
    List<CatalogEntry> views() throws SQLException {
        String view =
                "SELECT 1 FROM sqlite_schema WHERE type = 'view' AND name LIKE '" + MaterializedView.PREFIX + "%'";
        return query(COLUMNS + " AND (type = 'view' OR (type = 'trigger' AND sql LIKE '%instead%')"
                + " OR (type = 'table' AND EXISTS (" + view + "))) ORDER BY rowid");
    }

    boolean exists(String name) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT 1 FROM pragma_table_xinfo(?, 'main') LIMIT 1")) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    /** A name that has no quote in it stands in any text as it is. */
    private static boolean isPlain(String name) {
        return name.chars().noneMatch(c -> c == '"' || c == '`' || c == '\'' || c == ']');
    }

    private List<CatalogEntry> query(String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < parameters.length; at++) {
                statement.setString(at + 1, parameters[at]);
            }
            List<CatalogEntry> entries = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    entries.add(new CatalogEntry(
                            result.getString(1), result.getString(2), result.getString(3), result.getString(4)));
                }
            }
            return entries;
        }
    }
}
