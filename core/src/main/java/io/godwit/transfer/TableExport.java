package io.godwit.transfer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.godwit.dialect.Dialect;
import io.godwit.schema.Column;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes the rows of a table as JSON Lines: one object a row, in the order of the primary key where there is one, without what the
 * engine computes. Rows stream: memory does not grow with the table. For the thread that owns the connection, inside a transaction.
 */
public final class TableExport {

    private final Dialect dialect;
    private final Connection connection;
    private final Table table;
    private final String condition;

    /**
     * An export of one table as it is now.
     *
     * @param table as it is in the database
     */
    public TableExport(Dialect dialect, Connection connection, Table table) {
        this(dialect, connection, table, "");
    }

    /**
     * An export of some rows of a table.
     *
     * @param table as it is in the database
     * @param condition which rows, in the engine's SQL; empty for all
     */
    public TableExport(Dialect dialect, Connection connection, Table table, String condition) {
        this.condition = condition;
        this.dialect = dialect;
        this.connection = connection;
        this.table = table;
    }

    /** The columns that are written, in the order of the table. */
    public List<Column> columns() {
        return table.columns().stream()
                .filter(column -> column.generated() == null)
                .toList();
    }

    /**
     * Writes all rows as UTF-8, and leaves the stream open.
     *
     * @return how many there were
     */
    public long writeTo(OutputStream out) throws IOException, SQLException {
        long[] rows = {0};
        List<Column> columns = columns();
        List<ValueEncoding> encodings = columns.stream()
                .map(column -> ValueEncoding.of(column.type(), dialect.loader()))
                .toList();
        try (JsonGenerator json = RowJson.FACTORY.createGenerator(out)) {
            json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
            dialect.manyRows().read(connection, query(columns), row -> {
                write(json, columns, encodings, row);
                rows[0]++;
            });
            if (rows[0] > 0) {
                json.writeRaw('\n');
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return rows[0];
    }

    private static void write(JsonGenerator json, List<Column> columns, List<ValueEncoding> encodings, ResultSet row)
            throws SQLException {
        try {
            json.writeStartObject();
            for (int i = 0; i < columns.size(); i++) {
                json.writeFieldName(columns.get(i).name().text());
                encodings.get(i).write(json, row, i + 1);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String query(List<Column> columns) {
        String names = columns.stream()
                .map(column -> dialect.loader().exact(column, dialect.syntax().name(column.name())))
                .collect(Collectors.joining(", "));
        PrimaryKey key = table.primaryKey();
        String order = key == null
                ? ""
                : key.columns().stream()
                        .map(column -> dialect.syntax().name(column))
                        .collect(Collectors.joining(", ", " ORDER BY ", ""));
        return "SELECT " + (names.isEmpty() ? "1" : names) + " FROM "
                + dialect.syntax().table(table.name()) + (condition.isEmpty() ? "" : " WHERE " + condition) + order;
    }
}
