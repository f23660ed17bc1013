package io.godwit.format;

/** {@code true} or {@code false}. */
record JsonFlag(Place place, boolean value) implements JsonNode {

    static JsonFlag of(boolean value) {
        return new JsonFlag(Place.NONE, value);
    }

    @Override
    public String describe() {
        return Boolean.toString(value);
    }
}
