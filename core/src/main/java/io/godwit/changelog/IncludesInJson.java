package io.godwit.changelog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.godwit.changelog.PlainIncludes.Include;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads a changelog in JSON that has nothing but includes. Stateless. */
final class IncludesInJson {

    private IncludesInJson() {}

    /** @throws NotPlainException if there is anything else in it */
    static List<Include> read(byte[] content) throws NotPlainException {
        List<Include> includes = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(content)) {
            expect(json.nextToken(), JsonToken.START_OBJECT);
            expect("databaseChangeLog".equals(json.nextFieldName()));
            expect(json.nextToken(), JsonToken.START_ARRAY);
            while (json.nextToken() != JsonToken.END_ARRAY) {
                expect(json.currentToken(), JsonToken.START_OBJECT);
                includes.add(include(json, json.nextFieldName()));
                expect(json.nextToken(), JsonToken.END_OBJECT);
            }
            expect(json.nextToken(), JsonToken.END_OBJECT);
            expect(json.nextToken() == null);
            return includes;
        } catch (IOException unreadable) {
            throw new NotPlainException(String.valueOf(unreadable.getMessage()));
        }
    }

    private static Include include(JsonParser json, String kind) throws IOException, NotPlainException {
        boolean all = "includeAll".equals(kind);
        expect(all || "include".equals(kind));
        expect(json.nextToken(), JsonToken.START_OBJECT);
        String path = "";
        boolean relative = false;
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            if (key.equals("relativeToChangelogFile")) {
                expect(value.isBoolean());
                relative = value == JsonToken.VALUE_TRUE;
            } else {
                expect(key.equals(all ? "path" : "file") && value == JsonToken.VALUE_STRING && path.isEmpty());
                path = json.getText();
            }
        }
        return new Include(path, all, relative);
    }

    private static void expect(JsonToken token, JsonToken expected) throws NotPlainException {
        expect(token == expected);
    }

    private static void expect(boolean expected) throws NotPlainException {
        if (!expected) {
            throw new NotPlainException("something else than includes");
        }
    }
}
