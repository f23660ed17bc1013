package io.godwit.dialect.sqlite;

import io.godwit.schema.Column;
import io.godwit.schema.DecimalType;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a table's columns really hold, whatever they were declared as. For the thread that owns the connection. */
final class StoredValues {

    /** A query has at most 2000 columns. */
    private static final int AT_ONCE = 200;

    private final Connection connection;
    private final Table table;
    private final Map<Name, Summary> summaries = new HashMap<>();

    private StoredValues(Connection connection, Table table) {
        this.connection = connection;
        this.table = table;
    }

    /**
     * All values of a column together.
     *
     * @param texts whether some are texts; so the next three, of what SQLite calls storage classes
     * @param length of the longest text, in characters
     * @param least of the whole numbers
     * @param greatest of the whole numbers
     */
    record Summary(
            boolean texts, boolean wholes, boolean reals, boolean blobs, long length, long least, long greatest) {

        boolean none() {
            return !texts && !wholes && !reals && !blobs;
        }

        boolean onlyTexts() {
            return !wholes && !reals && !blobs;
        }

        boolean onlyWholes() {
            return !texts && !reals && !blobs;
        }

        boolean onlyNumbers() {
            return !texts && !blobs;
        }

        boolean onlyBlobs() {
            return !texts && !wholes && !reals;
        }

        boolean within(long from, long to) {
            return !wholes || (least >= from && greatest <= to);
        }
    }

    /** Reads the table once. */
    static StoredValues read(Connection connection, Table table) throws SQLException {
        StoredValues values = new StoredValues(connection, table);
        List<Column> columns = table.columns();
        for (int from = 0; from < columns.size(); from += AT_ONCE) {
            values.summarise(columns.subList(from, Math.min(columns.size(), from + AT_ONCE)));
        }
        return values;
    }

    private void summarise(List<Column> columns) throws SQLException {
        String sql = columns.stream().map(StoredValues::summary).collect(Collectors.joining(", ", "SELECT ", from("")));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            int at = 1;
            for (Column column : columns) {
                summaries.put(
                        column.name(),
                        new Summary(
                                row.getBoolean(at++),
                                row.getBoolean(at++),
                                row.getBoolean(at++),
                                row.getBoolean(at++),
                                row.getLong(at++),
                                row.getLong(at++),
                                row.getLong(at++)));
            }
        }
    }

    private static String summary(Column column) {
        String name = new SqliteSyntax().name(column.name());
        String type = "typeof(" + name + ")";
        return "max(" + type + " = 'text'), max(" + type + " = 'integer'), max(" + type + " = 'real'), max(" + type
                + " = 'blob'), max(CASE " + type + " WHEN 'text' THEN length(" + name + ") END), min(CASE " + type
                + " WHEN 'integer' THEN " + name + " END), max(CASE " + type + " WHEN 'integer' THEN " + name + " END)";
    }

    private String from(String condition) {
        return " FROM " + new SqliteSyntax().table(table.name()) + condition;
    }

    Summary of(Column column) {
        return summaries.getOrDefault(column.name(), new Summary(false, false, false, false, 0, 0, 0));
    }

    /** Whether all numbers of a column are decimals of the type. */
    boolean fit(Column column, DecimalType type) throws SQLException {
        String name = new SqliteSyntax().name(column.name());
        String most = "1e" + (type.precision() - type.scale());
        return isEmpty(
                " WHERE abs(" + name + ") >= " + most + " OR round(" + name + ", " + type.scale() + ") <> " + name);
    }

    /** Whether all are documents of JSON. */
    boolean areDocuments(Column column) throws SQLException {
        return isEmpty(" WHERE NOT json_valid(" + new SqliteSyntax().name(column.name()) + ")");
    }

    private boolean isEmpty(String condition) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT 1" + from(condition) + " LIMIT 1")) {
            return !row.next();
        }
    }

    /** Whether all texts of a column are of a kind. */
    boolean all(Column column, Predicate<String> kind) throws SQLException {
        String name = new SqliteSyntax().name(column.name());
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + name + from(" WHERE " + name + " IS NOT NULL"))) {
            while (row.next()) {
                if (!kind.test(row.getString(1))) {
                    return false;
                }
            }
            return true;
        }
    }
}
