package io.godwit.transfer;

import com.fasterxml.jackson.core.JsonGenerator;
import io.godwit.dialect.BulkLoader;
import io.godwit.schema.ColumnType;
import io.godwit.schema.SimpleType;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Writes the value of one column as JSON. Stateless and thread-safe. */
interface ValueEncoding {

    /**
     * Writes one value, or {@code null}.
     *
     * @param row stands on the row
     * @param column from 1
     */
    void write(JsonGenerator json, ResultSet row, int column) throws IOException, SQLException;

    /** Of a value that has a text, which is all that the encoding looks at. */
    record Textual(Text value, OfText encoding) implements ValueEncoding {

        @Override
        public void write(JsonGenerator json, ResultSet row, int column) throws IOException, SQLException {
            String text = value.of(row, column);
            if (text == null) {
                json.writeNull();
            } else {
                encoding.write(json, text);
            }
        }
    }

    static ValueEncoding of(ColumnType type, BulkLoader loader) {
        return SimpleType.isWhole(type)
                ? new Textual((row, column) -> loader.text(row, column, type), ValueEncodings::number)
                : type.accept(new ValueEncodings(loader.respellsLists()));
    }

    /** A value that the driver gives as text, if it is not null. */
    interface OfText {
        void write(JsonGenerator json, String text) throws IOException;
    }

    /** Reads a value as text. */
    interface Text {
        @Nullable
        String of(ResultSet row, int column) throws SQLException;
    }

    static ValueEncoding text(OfText encoding) {
        return new Textual(ResultSet::getString, encoding);
    }
}
