package io.godwit.dialect.sqlite;

import io.godwit.dialect.SqlSyntax;
import io.godwit.dialect.TableDefinition;
import io.godwit.dialect.TableDefinitions;
import io.godwit.schema.Table;
import io.godwit.schema.View;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tables in the very text that they were made with, which SQLite keeps. Stateless and thread-safe. */
final class SqliteDefinitions implements TableDefinitions {

    private final SqlSyntax syntax;

    SqliteDefinitions(SqlSyntax syntax) {
        this.syntax = syntax;
    }

    @Override
    public TableDefinition of(Connection connection, Table table) throws SQLException {
        List<String> create = new ArrayList<>();
        List<String> finish = new ArrayList<>();
        String name = table.name().folded().text();
        for (CatalogEntry entry : new Catalog(connection).of(name)) {
            (entry.isTable() ? create : finish).add(entry.sql());
        }
        finish.addAll(position(connection, create, name));
        return new TableDefinition(List.of(), create, finish, List.of());
    }

    /** The number that AUTOINCREMENT gave last, also to a row that is gone. */
    private List<String> position(Connection connection, List<String> create, String name) throws SQLException {
        if (create.stream().noneMatch(sql -> sql.toUpperCase(Locale.ROOT).contains("AUTOINCREMENT"))) {
            return List.of();
        }
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT seq FROM sqlite_sequence WHERE name = ? COLLATE NOCASE")) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                String where = syntax.text(name);
                return row.next()
                        ? List.of(
                                "DELETE FROM sqlite_sequence WHERE name = " + where + " COLLATE NOCASE",
                                "INSERT INTO sqlite_sequence (name, seq) VALUES (" + where + ", " + row.getLong(1)
                                        + ")")
                        : List.of();
            }
        }
    }

    @Override
    public List<String> of(Connection connection, View view) throws SQLException {
        MaterializedView kept = new MaterializedView(view.name());
        String name = (view.materialized() ? kept.query() : view.name().folded()).text();
        List<String> statements = new ArrayList<>(
                new Catalog(connection).of(name).stream().map(CatalogEntry::sql).toList());
        if (view.materialized()) {
            statements.add(kept.fill());
        }
        return statements;
    }

    @Override
    public List<String> drop(SqlSyntax syntax, View view) {
        return view.materialized()
                ? new MaterializedView(view.name()).drop()
                : List.of("DROP VIEW " + syntax.table(view.name()));
    }
}
