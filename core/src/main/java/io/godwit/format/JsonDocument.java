package io.godwit.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one JSON document into a tree that remembers where everything stands.
 *
 * <p>A duplicate key is reported and the first one kept; a fault of the syntax is reported and ends the reading.
 */
final class JsonDocument {

    static final int LONGEST_DOCUMENT = 16 * 1024 * 1024;

    private static final int DEEPEST = 100;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_KEY = 10_000;
    /** A double ends at 308; what goes further only serves to fill memory when it is written out. */
    private static final int HIGHEST_EXPONENT = 400;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(LONGEST_DOCUMENT)
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxNameLength(LONGEST_KEY)
                    .maxStringLength(LONGEST_DOCUMENT)
                    .build())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final Reading reading;
    private final JsonParser parser;

    private JsonDocument(Reading reading, JsonParser parser) {
        this.reading = reading;
        this.parser = parser;
    }

    /** The document's one value; empty, and reported, if it is not well-formed. */
    static Optional<JsonNode> read(Reading reading) {
        Place whole = new Place(null, "", 0);
        try (JsonParser parser = FACTORY.createParser(reading.text().characters())) {
            return new JsonDocument(reading, parser).whole(whole);
        } catch (JsonProcessingException fault) {
            reading.report(
                    place(fault, reading),
                    "the document is not well-formed JSON: " + JsonFault.words(fault.getOriginalMessage()));
            return Optional.empty();
        } catch (IOException fault) {
            throw new IllegalStateException("characters in memory cannot fail to be read", fault);
        }
    }

    /**
     * JSON that a value carries as text.
     *
     * @throws IllegalArgumentException if it is not well-formed
     */
    static JsonNode parse(String json) {
        Reading reading = new Reading(new DocumentText("", json.toCharArray()), Audience.HISTORY, null);
        Optional<JsonNode> node = read(reading);
        if (node.isEmpty() || reading.problemCount() > 0) {
            throw new IllegalArgumentException("not well-formed JSON: " + json);
        }
        return node.get();
    }

    private static Place place(JsonProcessingException fault, Reading reading) {
        long offset = fault.getLocation() == null ? 0 : fault.getLocation().getCharOffset();
        return new Place(
                null, "", (int) Math.max(0, Math.min(offset, reading.text().characters().length)));
    }

    private Optional<JsonNode> whole(Place whole) throws IOException {
        if (parser.nextToken() == null) {
            reading.report(whole, "the document is empty; a migration is one JSON object");
            return Optional.empty();
        }
        JsonNode node = value(new Place(null, "", offset()));
        if (parser.nextToken() != null) {
            reading.report(
                    new Place(null, "", offset()), "the document goes on after its end; a file holds one migration");
        }
        return Optional.of(node);
    }

    private int offset() {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    private JsonNode value(Place place) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(place);
            case START_ARRAY -> array(place);
            case VALUE_STRING -> new JsonString(place, wellFormed(place, parser.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(place, parser.getText());
            case VALUE_TRUE -> new JsonFlag(place, true);
            case VALUE_FALSE -> new JsonFlag(place, false);
            default -> new JsonNull(place);
        };
    }

    private JsonObject object(Place place) throws IOException {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            Place child = place.child(key, offset());
            wellFormed(child, key);
            JsonNode node = value(child);
            if (fields.putIfAbsent(key, node) != null) {
                reading.report(child, "the key '" + key + "' is there twice; keep one of them");
            }
        }
        return new JsonObject(place, fields);
    }

    private JsonArray array(Place place) throws IOException {
        List<JsonNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(place.child(Integer.toString(items.size()), offset())));
        }
        return new JsonArray(place, items);
    }

    private JsonNumber number(Place place, String text) {
        int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
        if (exponent > 0 && tooHigh(text.substring(exponent + 1))) {
            reading.report(place, "the exponent of " + text + " is beyond " + HIGHEST_EXPONENT);
            return new JsonNumber(place, "0");
        }
        return new JsonNumber(place, text);
    }

    private static boolean tooHigh(String exponent) {
        return new BigDecimal(exponent).abs().compareTo(BigDecimal.valueOf(HIGHEST_EXPONENT)) > 0;
    }

    /** Half a surrogate pair has no UTF-8, and PostgreSQL's text holds no NUL: neither would come back as it was. */
    private String wellFormed(Place place, String text) {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == 0) {
                reading.report(place, "a text must not hold the character U+0000: not every engine can store it");
                return text;
            }
            if (Character.isSurrogate(character) && !Character.isSurrogatePair(character, next(text, at))) {
                reading.report(
                        place, "a text must be well-formed Unicode; half of a surrogate pair stands alone in it");
                return text;
            }
            at += Character.isSurrogate(character) ? 1 : 0;
        }
        return text;
    }

    private static char next(String text, int at) {
        return at + 1 < text.length() ? text.charAt(at + 1) : 0;
    }
}
