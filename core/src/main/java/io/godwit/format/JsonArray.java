package io.godwit.format;

import java.util.List;

/** A list. */
record JsonArray(Place place, List<JsonNode> items) implements JsonNode {

    static JsonArray of(List<JsonNode> items) {
        return new JsonArray(Place.NONE, items);
    }

    @Override
    public String describe() {
        return "a list";
    }
}
