package io.godwit.dialect.mssql;

import io.godwit.dialect.PrivilegeLack;
import io.godwit.dialect.PrivilegeNeed;
import io.godwit.dialect.SqlSyntax;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.SimpleType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A permission that the server can be asked about. Immutable.
 *
 * @param need for what it is needed
 * @param kind the class of what it is on: {@code DATABASE}, {@code SCHEMA} or {@code OBJECT}
 * @param object what it is on, quoted; null for the database, and for the login's default schema
 * @param securable the same as an expression
 * @param name such as {@code CREATE TABLE}
 * @param orNext whether the permission after it does as well
 */
record Permission(
        PrivilegeNeed need, String kind, @Nullable String object, String securable, String name, boolean orNext) {

    /** What the reference pages of the statements ask for, as far as it is certain; empty if nothing is. */
    static List<Permission> of(PrivilegeNeed need, SqlSyntax syntax) {
        return switch (need.act()) {
            case CREATE_TABLE -> made(need, syntax, "CREATE TABLE");
            case CREATE_VIEW -> made(need, syntax, "CREATE VIEW");
            case CREATE_SEQUENCE ->
                need.ownGround() ? List.of() : List.of(onSchema(need, syntax, "CREATE SEQUENCE", false));
            case CREATE_SCHEMA -> List.of(onDatabase(need, "CREATE SCHEMA"));
            case ALTER_TABLE, RENAME_TABLE, CREATE_TRIGGER, DROP_TRIGGER -> onObject(need, syntax, "ALTER");
            // ALTER on the schema, or CONTROL of the object.
            case DROP_TABLE, DROP_VIEW, DROP_SEQUENCE -> {
                List<Permission> control = onObject(need, syntax, "CONTROL");
                yield control.isEmpty() ? control : List.of(onSchema(need, syntax, "ALTER", true), control.get(0));
            }
            case INSERT_ROWS -> onObject(need, syntax, "INSERT");
            case DELETE_ROWS -> onObject(need, syntax, "DELETE");
            case DROP_SCHEMA, REFER_TO, UPDATE_ROWS -> List.of();
        };
    }

    private static List<Permission> made(PrivilegeNeed need, SqlSyntax syntax, String name) {
        List<Permission> permissions = new ArrayList<>(List.of(onDatabase(need, name)));
        if (!need.ownGround()) {
            permissions.add(onSchema(need, syntax, "ALTER", false));
        }
        return permissions;
    }

    private static Permission onDatabase(PrivilegeNeed need, String name) {
        return new Permission(need, "DATABASE", null, "QUOTENAME(DB_NAME())", name, false);
    }

    private static Permission onSchema(PrivilegeNeed need, SqlSyntax syntax, String name, boolean orNext) {
        String schema = need.object().schema().map(syntax::name).orElse(null);
        String securable = schema == null ? "QUOTENAME(SCHEMA_NAME())" : literal(syntax, schema);
        return new Permission(need, "SCHEMA", schema, securable, name, orNext);
    }

    private static List<Permission> onObject(PrivilegeNeed need, SqlSyntax syntax, String name) {
        String object = syntax.table(need.object());
        return need.ownGround()
                ? List.of()
                : List.of(new Permission(need, "OBJECT", object, literal(syntax, object), name, false));
    }

    private static String literal(SqlSyntax syntax, String text) {
        return syntax.literal(Literal.of(text), SimpleType.TEXT);
    }

    /** As missing. */
    PrivilegeLack lack(String login, String defaultSchema) {
        String on = object == null ? defaultSchema : object;
        String where = kind.equals("DATABASE") ? "" : " ON " + kind + "::" + on;
        String what = switch (kind) {
            case "DATABASE" -> " in the database";
            case "SCHEMA" ->
                " on schema " + need.object().schema().map(Name::text).orElse(on);
            default -> " on " + need.object();
        };
        return new PrivilegeLack(need, name + what, "GRANT " + name + where + " TO " + login + ";");
    }
}
