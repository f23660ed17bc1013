package io.godwit.tck.harness;

import io.godwit.schema.ColumnType;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Reads rows as texts that are equal on every engine when the values are. */
final class RowReader {

    private final Connection connection;

    RowReader(Connection connection) {
        this.connection = connection;
    }

    /**
     * Each row as its values joined by a comma and a space, {@code NULL} for null.
     *
     * @param types what the columns are, where their text depends on it; may be shorter than a row
     */
    List<String> rows(String sql, List<ColumnType> types) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                StringJoiner row = new StringJoiner(", ");
                for (int column = 1; column <= columns; column++) {
                    row.add(
                            column <= types.size()
                                    ? types.get(column - 1).accept(new ValueReader(result, column))
                                    : untyped(result, column));
                }
                rows.add(row.toString());
            }
            return rows;
        }
    }

    private static String untyped(ResultSet result, int column) throws SQLException {
        Object value = result.getObject(column);
        if (value == null) {
            return "NULL";
        } else if (value instanceof Number number) {
            BigDecimal decimal = new BigDecimal(number.toString()).stripTrailingZeros();
            return decimal.signum() == 0 ? "0" : decimal.toPlainString();
        }
        return value.toString();
    }
}
