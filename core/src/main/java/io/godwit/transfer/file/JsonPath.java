package io.godwit.transfer.file;

import java.util.ArrayList;
import java.util.List;

/** The tokens of a JSON pointer (RFC 6901). */
final class JsonPath {

    static final String ANY = "*";

    private JsonPath() {}

    static List<String> tokens(String pointer) {
        List<String> tokens = new ArrayList<>();
        if (!pointer.isEmpty()) {
            for (String token : pointer.substring(1).split("/", -1)) {
                tokens.add(token.replace("~1", "/").replace("~0", "~"));
            }
        }
        return List.copyOf(tokens);
    }

    /** The place of an element, from 0; -1 for what is none. */
    static int index(String token) {
        boolean digits = !token.isEmpty()
                && token.length() < 10
                && token.chars().allMatch(character -> character >= '0' && character <= '9');
        return digits ? Integer.parseInt(token) : -1;
    }
}
