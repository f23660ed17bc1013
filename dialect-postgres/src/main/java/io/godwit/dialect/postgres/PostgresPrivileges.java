package io.godwit.dialect.postgres;

import io.godwit.dialect.PrivilegeCheck;
import io.godwit.dialect.PrivilegeLack;
import io.godwit.dialect.PrivilegeNeed;
import io.godwit.dialect.SqlSyntax;
import io.godwit.schema.Name;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks the server's own inquiry functions, which know memberships and superusers. What the plan makes is the login's own; what is
 * not there, or is another kind of thing, is left to the server.
 */
final class PostgresPrivileges implements PrivilegeCheck {

    /** Of the first {@code FROM}, in the order of the arrays: the schema of a need, and its relation if there is one. */
    private static final String FACTS = """
            SELECT n.at, current_user AS login, current_database() AS base,
                s.nspname AS schema, r.rolname AS owner, r.rolsuper AS by_superuser,
                has_database_privilege(current_database(), 'CREATE') AS may_make_schemas,
                has_schema_privilege(s.oid, 'USAGE') AS may_use, has_schema_privilege(s.oid, 'CREATE') AS may_create,
                pg_has_role(s.nspowner, 'USAGE') AS schema_is_own, pg_has_role(c.relowner, 'USAGE') AS is_own,
                has_any_column_privilege(c.oid, 'INSERT') AS may_insert, has_any_column_privilege(c.oid, 'UPDATE') AS may_update,
                has_table_privilege(c.oid, 'DELETE') AS may_delete, has_table_privilege(c.oid, 'TRIGGER') AS may_trigger,
                has_any_column_privilege(c.oid, 'REFERENCES') AS may_refer
            FROM unnest(?::text[], ?::text[]) WITH ORDINALITY AS n (in_schema, relation, at)
            LEFT JOIN pg_namespace s ON s.nspname = coalesce(n.in_schema, current_schema())::name
            LEFT JOIN pg_class c ON c.relnamespace = s.oid AND c.relname = n.relation::name
            LEFT JOIN pg_roles r ON r.oid = coalesce(c.relowner, s.nspowner)
            ORDER BY n.at""";

    private final SqlSyntax syntax;

    PostgresPrivileges(SqlSyntax syntax) {
        this.syntax = syntax;
    }

    @Override
    public List<PrivilegeLack> lacks(Connection connection, List<PrivilegeNeed> needs) throws SQLException {
        List<PrivilegeNeed> asked =
                needs.stream().filter(need -> !need.ownGround()).toList();
        if (asked.isEmpty()) {
            return List.of();
        }
        Object schemas = connection.createArrayOf(
                "text", asked.stream().map(PostgresPrivileges::schema).toArray());
        Object relations = connection.createArrayOf(
                "text", asked.stream().map(PostgresPrivileges::relation).toArray());
        List<PrivilegeLack> lacks = new ArrayList<>();
        new Catalog(connection)
                .query(FACTS, row -> lack(asked.get(row.getInt("at") - 1), row), schemas, relations)
                .forEach(lack -> lack.ifPresent(lacks::add));
        return lacks;
    }

    private static @Nullable String schema(PrivilegeNeed need) {
        return switch (need.act()) {
            case CREATE_SCHEMA, DROP_SCHEMA -> need.object().name().text();
            default -> need.object().schema().map(Name::text).orElse(null);
        };
    }

    private static @Nullable String relation(PrivilegeNeed need) {
        return switch (need.act()) {
            case CREATE_SCHEMA, DROP_SCHEMA -> null;
            default -> need.object().name().text();
        };
    }

    private Optional<PrivilegeLack> lack(PrivilegeNeed need, ResultSet facts) throws SQLException {
        return switch (need.act()) {
            case CREATE_SCHEMA ->
                granted(need, facts, "may_make_schemas", "CREATE", "DATABASE", facts.getString("base"));
            case CREATE_TABLE, CREATE_VIEW, CREATE_SEQUENCE ->
                granted(need, facts, "may_create", "CREATE", "SCHEMA", facts.getString("schema"));
            case DROP_SCHEMA -> owned(need, facts, "schema_is_own", "SCHEMA");
            // The schema's owner may drop what is in it, whoever owns that.
            case DROP_TABLE, DROP_VIEW, DROP_SEQUENCE ->
                no(facts, "schema_is_own") ? owned(need, facts, "is_own", kind(need)) : Optional.empty();
            case ALTER_TABLE, RENAME_TABLE, DROP_TRIGGER -> owned(need, facts, "is_own", "TABLE");
            case CREATE_TRIGGER -> onTable(need, facts, "may_trigger", "TRIGGER");
            case REFER_TO -> onTable(need, facts, "may_refer", "REFERENCES");
            case INSERT_ROWS -> onTable(need, facts, "may_insert", "INSERT");
            case UPDATE_ROWS -> onTable(need, facts, "may_update", "UPDATE");
            case DELETE_ROWS -> onTable(need, facts, "may_delete", "DELETE");
        };
    }

    private static String kind(PrivilegeNeed need) {
        return need.act().name().substring("DROP_".length());
    }

    /** Without USAGE on the schema nothing in it is seen. */
    private Optional<PrivilegeLack> onTable(PrivilegeNeed need, ResultSet facts, String fact, String privilege)
            throws SQLException {
        if (no(facts, "may_use")) {
            return granted(need, facts, "may_use", "USAGE", "SCHEMA", facts.getString("schema"));
        }
        if (!no(facts, fact)) {
            return Optional.empty();
        }
        String table = syntax.table(need.object());
        return Optional.of(new PrivilegeLack(
                need,
                privilege + " on table " + need.object(),
                "GRANT " + privilege + " ON TABLE " + table + " TO " + login(facts) + ";"));
    }

    private Optional<PrivilegeLack> granted(
            PrivilegeNeed need, ResultSet facts, String fact, String privilege, String kind, String object)
            throws SQLException {
        if (!no(facts, fact)) {
            return Optional.empty();
        }
        return Optional.of(new PrivilegeLack(
                need,
                privilege + " on " + kind.toLowerCase(Locale.ROOT) + " " + object,
                "GRANT " + privilege + " ON " + kind + " " + quoted(object) + " TO " + login(facts) + ";"));
    }

    /** Ownership is not granted but shared: by membership in the owner, or, where that would make a superuser, by handing it over. */
    private Optional<PrivilegeLack> owned(PrivilegeNeed need, ResultSet facts, String fact, String kind)
            throws SQLException {
        if (!no(facts, fact)) {
            return Optional.empty();
        }
        String object = kind.equals("SCHEMA") ? quoted(need.object().name().text()) : syntax.table(need.object());
        String owner = facts.getString("owner");
        String remedy = facts.getBoolean("by_superuser")
                ? "ALTER " + (kind.equals("SCHEMA") ? kind : "TABLE") + " " + object + " OWNER TO " + login(facts) + ";"
                : "GRANT " + quoted(owner) + " TO " + login(facts) + ";";
        return Optional.of(new PrivilegeLack(
                need,
                "ownership of " + kind.toLowerCase(Locale.ROOT) + " " + need.object() + " (" + owner + " has it)",
                remedy));
    }

    /** NULL is no answer. */
    private static boolean no(ResultSet facts, String fact) throws SQLException {
        return !facts.getBoolean(fact) && !facts.wasNull();
    }

    private String login(ResultSet facts) throws SQLException {
        return quoted(facts.getString("login"));
    }

    private String quoted(String name) {
        return syntax.name(Name.of(name));
    }
}
