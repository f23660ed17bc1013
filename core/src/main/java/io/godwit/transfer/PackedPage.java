package io.godwit.transfer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.godwit.dialect.PackedRows;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Literal;
import io.godwit.schema.SimpleType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a page of rows that {@link PackedRows} packed, one row at a time. For one thread. */
public final class PackedPage implements AutoCloseable {

    private final JsonParser json;
    private final List<ColumnType> types;

    /**
     * A page.
     *
     * @param bytes as {@link PackedRows#query} gives them
     * @param types that {@link #takes}
     */
    public PackedPage(byte[] bytes, List<ColumnType> types) throws IOException {
        this.json = RowJson.FACTORY.createParser(bytes);
        this.types = List.copyOf(types);
        expect(JsonToken.START_ARRAY, json.nextToken());
    }

    /** Whether values of the type can be read. */
    public static boolean takes(ColumnType type) {
        return SimpleType.isWhole(type) || RowLiteral.isText(type);
    }

    /**
     * The values of the next row, as {@link RowLiteral} has them.
     *
     * @return empty behind the last row
     * @throws IOException if a value is not what its column promises, so that the row must be read otherwise
     */
    public Optional<List<Literal>> next() throws IOException {
        JsonToken token = json.nextToken();
        if (token == JsonToken.END_ARRAY) {
            return Optional.empty();
        }
        expect(JsonToken.START_ARRAY, token);
        List<Literal> values = new ArrayList<>(types.size());
        for (ColumnType type : types) {
            values.add(value(json.nextToken(), type));
        }
        expect(JsonToken.END_ARRAY, json.nextToken());
        return Optional.of(values);
    }

    private Literal value(JsonToken token, ColumnType type) throws IOException {
        if (token == JsonToken.VALUE_NULL) {
            return Literal.NULL;
        }
        if (SimpleType.isWhole(type)) {
            expect(JsonToken.VALUE_NUMBER_INT, token);
            return new Literal(Literal.Kind.NUMBER, json.getText());
        }
        expect(JsonToken.VALUE_STRING, token);
        return RowLiteral.ofText(json.getText(), type);
    }

    private static void expect(JsonToken expected, JsonToken token) throws IOException {
        if (token != expected) {
            throw new IOException("no " + expected + " but " + token);
        }
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
