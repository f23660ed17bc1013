package io.godwit.changelog;

import io.godwit.dialect.Dialect;
import io.godwit.failure.ChangelogRefusedException;
import io.godwit.history.Digest;
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
     * A history, or only what tells it from others.
     *
     * @param rows in the order in which they were executed; empty where only the hash was asked for
     * @param hash of all that is in them
     */
    record Read(List<RanChange> rows, String hash) {}

    /**
     * The rows in the order in which they were executed.
     *
     * @throws ChangelogRefusedException if there is no such table
     */
    List<RanChange> read() throws SQLException {
        return read(true, false).rows();
    }

    /**
     * The same with their hash.
     *
     * @throws ChangelogRefusedException if there is no such table
     */
    Read hashed() throws SQLException {
        return read(true, true);
    }

    /**
     * The hash alone, which is less work.
     *
     * @throws ChangelogRefusedException if there is no such table
     */
    String hash() throws SQLException {
        return read(false, true).hash();
    }

    private Read read(boolean keeps, boolean hashes) throws SQLException {
        String sql = "SELECT * FROM " + table() + " ORDER BY ORDEREXECUTED, DATEEXECUTED";
        List<RanChange> rows = new ArrayList<>();
        Digest digest = new Digest();
        StringBuilder whole = new StringBuilder();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            RanColumns columns = RanColumns.of(result.getMetaData());
            while (result.next()) {
                if (keeps) {
                    rows.add(columns.row(result));
                }
                if (hashes) {
                    whole.setLength(0);
                    columns.addTo(whole, result);
                    digest.add(whole.toString());
                }
            }
        }
        return new Read(rows, digest.text());
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
