package io.godwit.format;

/** {@code null}. */
record JsonNull(Place place) implements JsonNode {

    static final JsonNull INSTANCE = new JsonNull(Place.NONE);

    @Override
    public String describe() {
        return "null";
    }
}
