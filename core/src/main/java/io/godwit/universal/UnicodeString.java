package io.godwit.universal;

import java.util.HexFormat;

/** The inside of one {@code U&'…'} string or {@code U&"…"} name. */
final class UnicodeString {

    private static final int SHORT = 4;
    private static final int LONG = 6;

    private final Source source;
    private final int start;
    private final String body;
    private final char escape;

    /**
     * A string in parts.
     *
     * @param start offset of the U
     * @param body what stands between the quotes
     * @param escape the character that begins an escape
     */
    UnicodeString(Source source, int start, String body, char escape) {
        this.source = source;
        this.start = start;
        this.body = body;
        this.escape = escape;
    }

    String meaning() {
        StringBuilder meaning = new StringBuilder();
        for (int at = 0; at < body.length(); at++) {
            char character = body.charAt(at);
            if (character != escape) {
                meaning.append(character);
            } else if (body.startsWith(String.valueOf(escape), at + 1)) {
                meaning.append(escape);
                at++;
            } else {
                boolean isLong = body.startsWith("+", at + 1);
                int from = at + (isLong ? 2 : 1);
                at = from + (isLong ? LONG : SHORT) - 1;
                meaning.appendCodePoint(codePoint(from, at + 1));
            }
        }
        return meaning.toString();
    }

    private int codePoint(int from, int to) {
        if (to <= body.length() && body.substring(from, to).chars().allMatch(HexFormat::isHexDigit)) {
            int point = HexFormat.fromHexDigits(body, from, to);
            if (point != 0 && Character.isValidCodePoint(point)) {
                return point;
            }
        }
        throw source.invalid(start, "an escape of this Unicode string is no character");
    }
}
