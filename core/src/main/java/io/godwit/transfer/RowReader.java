package io.godwit.transfer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.godwit.schema.Column;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads rows that were written as JSON Lines. Immutable. */
public final class RowReader implements RowSource {

    private final List<Column> columns;
    private final Map<String, Integer> places = new HashMap<>();

    /** @param columns those that the rows have, with their types */
    public RowReader(List<Column> columns) {
        this.columns = List.copyOf(columns);
        columns.forEach(column -> places.put(column.name().text(), places.size()));
    }

    @Override
    public long read(InputStream in, RowTaker taker) throws IOException, SQLException {
        long rows = 0;
        try (JsonParser json = RowJson.FACTORY.createParser(in)) {
            json.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            while (json.nextToken() == JsonToken.START_OBJECT) {
                taker.take(row(json));
                rows++;
            }
            if (json.currentToken() != null) {
                throw new IOException("no row but " + json.currentToken());
            }
        }
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
