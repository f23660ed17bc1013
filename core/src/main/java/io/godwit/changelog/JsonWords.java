package io.godwit.changelog;

import java.util.Locale;

/** Writes texts as JSON. Stateless. */
final class JsonWords {

    private JsonWords() {}

    /** In double quotes. */
    static String text(String characters) {
        StringBuilder text = new StringBuilder("\"");
        for (int index = 0; index < characters.length(); index++) {
            char character = characters.charAt(index);
            if (character == '"' || character == '\\') {
                text.append('\\').append(character);
            } else if (character < ' ') {
                text.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
            } else {
                text.append(character);
            }
        }
        return text.append('"').toString();
    }
}
