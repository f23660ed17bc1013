package io.godwit.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;

/** Tells a file of rows in a {@code data} folder from a migration that lies there. */
final class DataFile {

    private static final JsonFactory FACTORY = new JsonFactory();

    private static final String OWN = "godwit-";

    private DataFile() {}

    /** Whether it is the manifest of an unpacked package, of exported rows or of a backup, or what a plugin says of itself, which lies beside the documents. */
    static boolean isManifest(InputStream json) throws IOException {
        try (JsonParser parser = FACTORY.createParser(json)) {
            return parser.nextToken() == JsonToken.START_OBJECT
                    && "format".equals(parser.nextFieldName())
                    && String.valueOf(parser.nextTextValue()).startsWith(OWN);
        } catch (JsonProcessingException malformed) {
            return false;
        }
    }

    /** Whether the top object lacks a {@code format}; also true for what is no object or no JSON. */
    static boolean isIt(InputStream json) throws IOException {
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return true;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                if (parser.currentName().equals("format")) {
                    return false;
                }
                parser.nextToken();
                parser.skipChildren();
            }
            return true;
        } catch (JsonProcessingException malformed) {
            return true;
        }
    }
}
