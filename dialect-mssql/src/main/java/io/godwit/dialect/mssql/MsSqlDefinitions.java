package io.godwit.dialect.mssql;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.SqlSyntax;
import io.godwit.dialect.StandardDefinitions;
import io.godwit.dialect.TableDefinition;
import io.godwit.schema.Column;
import io.godwit.schema.Table;
import io.godwit.schema.View;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the portable records say, and where identities stand. */
final class MsSqlDefinitions extends StandardDefinitions {

    private final Dialect dialect;

    MsSqlDefinitions(Dialect dialect) {
        super(dialect);
        this.dialect = dialect;
    }

    @Override
    public TableDefinition of(Connection connection, Table table) throws SQLException {
        TableDefinition definition = super.of(connection, table);
        if (table.columns().stream().noneMatch(Column::identity)) {
            return definition;
        }
        List<String> finish = new ArrayList<>(definition.finish());
        String name = dialect.syntax().text(dialect.syntax().table(table.name()));
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT CONVERT(varchar(40), IDENT_CURRENT(" + name + "))");
                ResultSet row = statement.executeQuery()) {
            if (row.next() && row.getString(1) != null) {
                finish.add("DBCC CHECKIDENT (" + name + ", RESEED, " + row.getString(1) + ")");
            }
        }
        return new TableDefinition(definition.needs(), definition.create(), finish, definition.links());
    }

    @Override
    public List<String> drop(SqlSyntax syntax, View view) {
        return view.materialized()
                ? List.of(
                        "DROP TABLE " + syntax.table(view.name()),
                        "DROP VIEW " + syntax.table(MaterializedView.query(view.name())))
                : List.of("DROP VIEW " + syntax.table(view.name()));
    }
}
