package io.godwit.dialect.mysql;

import io.godwit.schema.EngineObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the catalog says of a table as a whole.
 *
 * @param comment null for none
 * @param others its storage engine, if that has no transactions
 */
record CatalogTable(@Nullable String comment, List<EngineObject> others) {

    static CatalogTable of(ResultSet row) throws SQLException {
        String comment = MySqlSyntax.readComment(row.getString("table_comment"));
        String engine = row.getString("engine");
        boolean transactions = engine == null || StorageEngine.hasTransactions(engine);
        return new CatalogTable(
                comment.isEmpty() ? null : comment,
                transactions ? List.of() : List.of(StorageEngine.of(row.getString("table_name"), engine)));
    }
}
