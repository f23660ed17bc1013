package io.godwit.changelog;

import io.godwit.dialect.Dialect;
import io.godwit.failure.ChangelogRefusedException;
import io.godwit.schema.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads Liquibase's history. For one call. */
final class RanChanges {

    private static final String TABLE = "DATABASECHANGELOG";

    private final Connection connection;
    private final Dialect dialect;

    RanChanges(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /**
     * The rows in the order in which they were executed.
     *
     * @throws ChangelogRefusedException if there is no such table
     */
    List<RanChange> read() throws SQLException {
        String sql = "SELECT * FROM " + table() + " ORDER BY ORDEREXECUTED, DATEEXECUTED";
        List<RanChange> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            RanColumns columns = RanColumns.of(result.getMetaData());
            while (result.next()) {
                rows.add(columns.row(result));
            }
        }
        return rows;
    }

    /** Liquibase's own spelling; engines that tell cases apart get the one that is there. */
    private String table() throws SQLException {
        String catalog = connection.getCatalog();
        String schema = connection.getSchema();
        for (String spelling : List.of(TABLE, TABLE.toLowerCase(Locale.ROOT))) {
            try (ResultSet tables = connection.getMetaData().getTables(catalog, schema, spelling, null)) {
                if (tables.next()) {
                    return dialect.syntax().table(TableName.of(tables.getString("TABLE_NAME")));
                }
            }
        }
        throw new ChangelogRefusedException(
                "databasechangelog",
                "this database has no such table: Liquibase has not run on it, or in another schema");
    }
}
