package io.godwit.format;

/**
 * A number, with the digits that its author wrote.
 *
 * @param text as JSON writes it
 */
record JsonNumber(Place place, String text) implements JsonNode {

    static JsonNumber of(String text) {
        return new JsonNumber(Place.NONE, text);
    }

    @Override
    public String describe() {
        return "the number " + text;
    }
}
