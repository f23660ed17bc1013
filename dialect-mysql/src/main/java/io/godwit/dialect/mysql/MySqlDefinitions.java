package io.godwit.dialect.mysql;

import io.godwit.dialect.SqlSyntax;
import io.godwit.dialect.TableDefinition;
import io.godwit.dialect.TableDefinitions;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tables in the words of SHOW CREATE TABLE. Stateless and thread-safe. */
final class MySqlDefinitions implements TableDefinitions {

    private final MySqlSyntax syntax;
    private final MySqlSettings settings;

    MySqlDefinitions(MySqlSyntax syntax, MySqlSettings settings) {
        this.syntax = syntax;
        this.settings = settings;
    }

    @Override
    public TableDefinition of(Connection connection, Table table) throws SQLException {
        String name = syntax.table(table.name());
        CreateTableText text = CreateTableText.of(shown(connection, "TABLE " + name, "Create Table"));
        List<String> last = new ArrayList<>();
        if (!syntax.isMariaDb()) {
            last.addAll(text.checks());
        }
        last.addAll(text.foreignKeys());
        List<String> finish = triggers(connection, table.name());
        // In one statement: a later one would make MySQL write the texts in a check anew.
        List<String> links =
                last.isEmpty() ? List.of() : List.of("ALTER TABLE " + name + " ADD " + String.join(", ADD ", last));
        String create = syntax.isMariaDb() ? text.withoutForeignKeys() : text.bare();
        return new TableDefinition(List.of(), List.of(create), finish, links);
    }

    /** Each in the modes it was made in, which it keeps. */
    private List<String> triggers(Connection connection, TableName table) throws SQLException {
        List<String> names = new Catalog(connection, syntax.isMariaDb())
                .query(
                        "SELECT trigger_name FROM information_schema.triggers WHERE event_object_schema = database()"
                                + " AND event_object_table = ? ORDER BY event_manipulation, action_timing, action_order",
                        row -> row.getString(1),
                        table.folded().text());
        List<String> statements = new ArrayList<>();
        for (String name : names) {
            statements.add("SET SESSION sql_mode = "
                    + MySqlSettings.text(shown(connection, "TRIGGER " + quoted(name), "sql_mode")));
            statements.add(shown(connection, "TRIGGER " + quoted(name), "SQL Original Statement"));
        }
        if (!names.isEmpty()) {
            statements.addAll(open());
        }
        return statements;
    }

    @Override
    public List<String> of(Connection connection, View view) throws SQLException {
        if (!view.materialized()) {
            return List.of(shown(connection, "VIEW " + syntax.table(view.name()), "Create View"));
        }
        String query = syntax.name(MySqlViews.query(view.name()));
        return List.of(
                shown(connection, "VIEW " + query, "Create View"),
                "CREATE TABLE " + syntax.table(view.name()) + " ENGINE=InnoDB AS SELECT * FROM " + query);
    }

    @Override
    public List<String> drop(SqlSyntax names, View view) {
        return view.materialized()
                ? List.of(
                        "DROP TABLE " + names.table(view.name()),
                        "DROP VIEW " + names.name(MySqlViews.query(view.name())))
                : List.of("DROP VIEW " + names.table(view.name()));
    }

    private static String quoted(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    private static String shown(Connection connection, String what, String column) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW CREATE " + what)) {
            if (!row.next()) {
                throw new SQLException("SHOW CREATE " + what + " answered with nothing", "42S02");
            }
            return row.getString(column);
        }
    }

    @Override
    public TableDefinition under(TableDefinition definition, TableName name, TableName other) {
        String before = "CREATE TABLE " + syntax.table(name);
        String create = definition.create().get(0);
        if (!create.startsWith(before)) {
            throw new IllegalArgumentException("not the definition of " + name + ": " + create);
        }
        String renamed = "CREATE TABLE " + syntax.table(other) + create.substring(before.length());
        return new TableDefinition(definition.needs(), List.of(renamed), definition.finish(), definition.links());
    }

    @Override
    public List<String> drop(SqlSyntax names, List<Table> tables) {
        return tables.isEmpty()
                ? List.of()
                : List.of(tables.stream()
                        .map(table -> names.table(table.name()))
                        .collect(Collectors.joining(", ", "DROP TABLE IF EXISTS ", "")));
    }

    /** All of them, or none: from MySQL 8.0 and MariaDB 10.6 on also when the server is killed. */
    @Override
    public List<String> rename(SqlSyntax names, Map<TableName, TableName> renamed) {
        return List.of(renamed.entrySet().stream()
                .map(name -> names.table(name.getKey()) + " TO " + names.table(name.getValue()))
                .collect(Collectors.joining(", ", "RENAME TABLE ", "")));
    }

    /** What a legacy table holds, such as a date of zero or an ENUM's empty error value, is let in again; it is compared afterwards. */
    @Override
    public List<String> open() {
        return List.of(MySqlSettings.set(Map.of(
                "sql_mode",
                MySqlSettings.text("NO_AUTO_VALUE_ON_ZERO,ALLOW_INVALID_DATES,NO_ENGINE_SUBSTITUTION"),
                "foreign_key_checks",
                "0")));
    }

    @Override
    public List<String> close() {
        return List.of(
                MySqlSettings.set(Map.of("sql_mode", settings.pinned().get("sql_mode"), "foreign_key_checks", "1")));
    }
}
