package io.godwit.transfer;

import com.fasterxml.jackson.core.JsonGenerator;
import io.godwit.dialect.BulkLoader;
import io.godwit.schema.ColumnType;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Writes the value of one column as JSON. Stateless and thread-safe. */
interface ValueEncoding {

    /**
     * Writes one value, or {@code null}.
     *
     * @param row stands on the row
     * @param column from 1
     */
    void write(JsonGenerator json, ResultSet row, int column) throws IOException, SQLException;

    static ValueEncoding of(ColumnType type, BulkLoader loader) {
        return type.accept(new ValueEncodings(loader.respellsLists()));
    }

    /** A value that the driver gives as text, if it is not null. */
    interface OfText {
        void write(JsonGenerator json, String text) throws IOException;
    }

    static ValueEncoding text(OfText encoding) {
        return (json, row, column) -> {
            String text = row.getString(column);
            if (text == null) {
                json.writeNull();
            } else {
                encoding.write(json, text);
            }
        };
    }
}
