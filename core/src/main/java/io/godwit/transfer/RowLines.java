package io.godwit.transfer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Writes rows of a result as JSON Lines; closing it ends the last line and leaves the stream open. For one thread. */
final class RowLines implements RowText {

    private final JsonGenerator json;
    private final List<SerializedString> names;
    private final List<ValueEncoding> encodings;
    private long rows;

    RowLines(OutputStream out, List<Column> columns, Function<ColumnType, ValueEncoding> encoding) throws IOException {
        this.json = RowJson.FACTORY.createGenerator(out).setPrettyPrinter(new MinimalPrettyPrinter("\n"));
        this.names = columns.stream()
                .map(column -> new SerializedString(column.name().text()))
                .toList();
        this.encodings =
                columns.stream().map(column -> encoding.apply(column.type())).toList();
    }

    @Override
    public void write(ResultSet row) throws SQLException {
        try {
            json.writeStartObject();
            for (int i = 0; i < names.size(); i++) {
                json.writeFieldName(names.get(i));
                encodings.get(i).write(json, row, i + 1);
            }
            json.writeEndObject();
            rows++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        if (rows > 0) {
            json.writeRaw('\n');
        }
        json.close();
    }
}
