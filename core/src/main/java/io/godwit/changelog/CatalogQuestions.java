package io.godwit.changelog;

import io.godwit.dialect.Dialect;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Conditions in an engine's SQL that tell what a database holds. Names are compared whatever their case, as Liquibase does. Immutable.
 *
 * @param dialect quotes texts
 * @param schema the expression for the schema that is meant when none is said; empty where the catalog is SQLite's
 * @param indexes where the names of indexes are: the catalog's view, and its columns for schema, table and index
 */
record CatalogQuestions(Dialect dialect, String schema, String indexes) {

    /** By engine: the standard says neither what the default schema is called nor where indexes are. */
    private static final Map<String, String> SCHEMAS = Map.of(
            "postgresql", "current_schema()",
            "mysql", "database()",
            "mariadb", "database()",
            "sqlserver", "schema_name()",
            "sqlite", "");

    private static final Map<String, String> INDEXES = Map.of(
            "postgresql",
                    "SELECT schemaname AS table_schema, tablename AS table_name, indexname AS index_name FROM pg_indexes",
            "mysql", "SELECT table_schema, table_name, index_name FROM information_schema.statistics",
            "mariadb", "SELECT table_schema, table_name, index_name FROM information_schema.statistics",
            "sqlserver",
                    "SELECT schema_name(o.schema_id) AS table_schema, o.name AS table_name, i.name AS index_name"
                            + " FROM sys.indexes i JOIN sys.objects o ON o.object_id = i.object_id",
            "sqlite", "");

    static CatalogQuestions of(Dialect dialect) {
        String schema = SCHEMAS.get(dialect.engine());
        String indexes = INDEXES.get(dialect.engine());
        if (schema == null || indexes == null) {
            throw new UnconvertedException("how the catalog of " + dialect.engine() + " is asked is not known");
        }
        return new CatalogQuestions(dialect, schema, indexes);
    }

    private boolean isMaster() {
        return schema.isEmpty();
    }

    String table(@Nullable String in, String table) {
        return isMaster()
                ? master("table", table)
                : exists("information_schema.tables", in, "table_type = 'BASE TABLE' AND " + is("table_name", table));
    }

    String view(@Nullable String in, String view) {
        return isMaster() ? master("view", view) : exists("information_schema.views", in, is("table_name", view));
    }

    String column(@Nullable String in, String table, String column) {
        return isMaster()
                ? "EXISTS (SELECT 1 FROM pragma_table_info(" + text(table) + ") WHERE " + is("name", column) + ")"
                : exists(
                        "information_schema.columns",
                        in,
                        is("table_name", table) + " AND " + is("column_name", column));
    }

    String index(@Nullable String in, @Nullable String table, String index) {
        return isMaster()
                ? master("index", index)
                : exists(
                        "(" + indexes + ") known",
                        in,
                        (table == null ? "" : is("table_name", table) + " AND ") + is("index_name", index));
    }

    String sequence(@Nullable String in, String sequence) {
        if (isMaster()) {
            return ConvertedCondition.FALSE;
        }
        return "EXISTS (SELECT 1 FROM information_schema.sequences WHERE sequence_schema = " + place(in) + " AND "
                + is("sequence_name", sequence) + ")";
    }

    String constraint(@Nullable String in, @Nullable String table, String name, String kind) {
        if (isMaster()) {
            throw new UnconvertedException("constraints of " + dialect.engine() + " are not found by their names");
        }
        return exists(
                "information_schema.table_constraints",
                in,
                (table == null ? "" : is("table_name", table) + " AND ") + is("constraint_name", name)
                        + " AND constraint_type = '" + kind + "'");
    }

    String primaryKey(@Nullable String in, String table) {
        return isMaster()
                ? "EXISTS (SELECT 1 FROM pragma_table_info(" + text(table) + ") WHERE pk > 0)"
                : exists(
                        "information_schema.table_constraints",
                        in,
                        is("table_name", table) + " AND constraint_type = 'PRIMARY KEY'");
    }

    private String master(String type, String name) {
        return "EXISTS (SELECT 1 FROM sqlite_master WHERE type = '" + type + "' AND " + is("name", name) + ")";
    }

    private String exists(String from, @Nullable String in, String condition) {
        return "EXISTS (SELECT 1 FROM " + from + " WHERE table_schema = " + place(in) + " AND " + condition + ")";
    }

    private String place(@Nullable String in) {
        return in == null ? schema : text(in);
    }

    private String is(String column, String name) {
        return "LOWER(" + column + ") = LOWER(" + text(name) + ")";
    }

    private String text(String characters) {
        return dialect.syntax().text(characters);
    }
}
