package io.godwit.transfer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.godwit.dialect.JsonText;
import io.godwit.schema.ColumnType;
import io.godwit.schema.SimpleType;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ValueEncodings} wrote, in the words of {@link io.godwit.dialect.BulkLoader}. Stateless and thread-safe. */
final class ValueDecoding {

    private ValueDecoding() {}

    /** The value at which the parser stands; it stays at its last token. */
    static @Nullable Object read(JsonParser json, ColumnType type) throws IOException {
        JsonToken token = json.currentToken();
        return switch (token) {
            case VALUE_NULL -> null;
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getText();
            case VALUE_STRING -> type == SimpleType.BYTES ? bytes(json.getText()) : json.getText();
            case START_ARRAY -> list(json);
            case START_OBJECT -> bytesOfAnyType(json);
            default -> throw new IOException("no value but " + token);
        };
    }

    private static JsonText list(JsonParser json) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator copy = RowJson.FACTORY.createGenerator(text)) {
            copy.copyCurrentStructureExact(json);
        }
        return new JsonText(text.toString());
    }

    private static byte[] bytesOfAnyType(JsonParser json) throws IOException {
        json.nextToken();
        if (!json.currentName().equals(RowJson.BYTES) || json.nextToken() != JsonToken.VALUE_STRING) {
            throw new IOException("no value but an object");
        }
        byte[] bytes = bytes(json.getText());
        if (json.nextToken() != JsonToken.END_OBJECT) {
            throw new IOException("more than one value");
        }
        return bytes;
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
