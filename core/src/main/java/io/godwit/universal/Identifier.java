package io.godwit.universal;

import io.godwit.schema.Name;
import java.nio.charset.StandardCharsets;

/** Names as PostgreSQL keeps them: it cuts what is longer than 63 bytes, everywhere alike. Stateless. */
final class Identifier {

    private static final int BYTES = 63;

    private Identifier() {}

    static Name of(String text) {
        if (text.length() * 3 <= BYTES || text.getBytes(StandardCharsets.UTF_8).length <= BYTES) {
            return Name.of(text);
        }
        int end = 0;
        for (int bytes = 0; end < text.length(); ) {
            String character = text.substring(end, text.offsetByCodePoints(end, 1));
            bytes += character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > BYTES) {
                break;
            }
            end += character.length();
        }
        return Name.of(text.substring(0, end));
    }
}
