package io.godwit.format;

/** A text. */
record JsonString(Place place, String value) implements JsonNode {

    private static final int LONGEST_QUOTE = 40;

    static JsonString of(String value) {
        return new JsonString(Place.NONE, value);
    }

    @Override
    public String describe() {
        return value.length() > LONGEST_QUOTE ? "a text" : "the text '" + value + "'";
    }
}
