package io.godwit.transfer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.godwit.dialect.Dialect;
import io.godwit.schema.Column;
import io.godwit.schema.TableName;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts rows that {@link TableExport} wrote into a table, each value as it was. Rows stream: memory does not grow with their number.
 * For the thread that owns the connection.
 */
public final class TableImport {

    private final RowBatch batch;
    private final List<Column> columns;
    private final Map<String, Integer> places = new HashMap<>();

    /**
     * An import into one table.
     *
     * @param table to put the rows into
     * @param columns those that the rows have, with their types
     */
    public TableImport(Dialect dialect, Connection connection, TableName table, List<Column> columns) {
        this.batch = new RowBatch(dialect, connection, table, columns);
        this.columns = columns;
        columns.forEach(column -> places.put(column.name().text(), places.size()));
    }

    /**
     * Reads all rows, and leaves the stream open.
     *
     * @return how many there were
     * @throws IOException also if they are not what an export writes
     */
    public long readFrom(InputStream in) throws IOException, SQLException {
        long rows = 0;
        try (JsonParser json = RowJson.FACTORY.createParser(in)) {
            json.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            while (json.nextToken() == JsonToken.START_OBJECT) {
                batch.add(row(json));
                rows++;
            }
            if (json.currentToken() != null) {
                throw new IOException("no row but " + json.currentToken());
            }
        }
        batch.flush();
        return rows;
    }

    private @Nullable Object[] row(JsonParser json) throws IOException {
        @Nullable Object[] values = new Object[columns.size()];
        int found = 0;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            Integer place = places.get(json.currentName());
            if (place == null) {
                throw new IOException("there is no column " + json.currentName());
            }
            json.nextToken();
            values[place] = ValueDecoding.read(json, columns.get(place).type());
            found++;
        }
        if (found != values.length) {
            throw new IOException("a row has " + found + " of " + values.length + " values");
        }
        return values;
    }
}
