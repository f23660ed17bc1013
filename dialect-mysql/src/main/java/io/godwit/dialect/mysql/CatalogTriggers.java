package io.godwit.dialect.mysql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads triggers. */
record CatalogTriggers(Catalog catalog) {

    private static final String SELECT = """
            SELECT t.event_object_table AS event_object_table, t.trigger_name AS trigger_name,
                t.action_timing AS action_timing, t.event_manipulation AS event_manipulation,
                t.action_statement AS action_statement,
                CASE WHEN t.definer <> current_user() THEN t.definer END AS definer
            FROM information_schema.triggers t
            WHERE t.event_object_schema = database()""";

    Map<String, List<CatalogTrigger>> read(@Nullable String table) throws SQLException {
        return catalog.byTable(
                SELECT,
                "t.event_object_table",
                "t.event_manipulation, t.action_order",
                table,
                CatalogTriggers::trigger);
    }

    private static CatalogTrigger trigger(ResultSet row) throws SQLException {
        return new CatalogTrigger(
                row.getString("trigger_name"),
                row.getString("event_object_table"),
                row.getString("action_timing") + " " + row.getString("event_manipulation"),
                row.getString("action_statement"),
                row.getString("definer"));
    }
}
