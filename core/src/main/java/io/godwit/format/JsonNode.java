package io.godwit.format;

/** One JSON value. */
sealed interface JsonNode permits JsonArray, JsonFlag, JsonNull, JsonNumber, JsonObject, JsonString {

    Place place();

    /** What it is, with its article, for messages. */
    String describe();
}
