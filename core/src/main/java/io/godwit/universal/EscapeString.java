package io.godwit.universal;

/** Reads the inside of one {@code E'…'} string. For one thread. */
final class EscapeString {

    private final Source source;
    private final String text;
    private final int start;
    private int at;
    private boolean bytes;

    /**
     * @param start offset of the E
     * @param at offset after the opening quote
     */
    EscapeString(Source source, int start, int at) {
        this.source = source;
        this.text = source.text();
        this.start = start;
        this.at = at;
    }

    /** Adds what the string means; the offset after its closing quote. */
    int read(StringBuilder meaning) {
        while (at < text.length()) {
            char character = text.charAt(at++);
            if (character == '\\') {
                escape(meaning);
            } else if (character != '\'') {
                meaning.append(character);
            } else if (at < text.length() && text.charAt(at) == '\'') {
                meaning.append('\'');
                at++;
            } else {
                return at;
            }
        }
        throw source.invalid(start, "this quote is not closed");
    }

    /** Whether it names bytes, whose meaning depends on the encoding of the server. */
    boolean hasBytes() {
        return bytes;
    }

    private void escape(StringBuilder meaning) {
        if (at >= text.length()) {
            throw source.invalid(start, "this quote is not closed");
        }
        char character = text.charAt(at++);
        switch (character) {
            case 'b' -> meaning.append('\b');
            case 'f' -> meaning.append('\f');
            case 'n' -> meaning.append('\n');
            case 'r' -> meaning.append('\r');
            case 't' -> meaning.append('\t');
            case 'u' -> meaning.appendCodePoint(hexadecimal(4));
            case 'U' -> meaning.appendCodePoint(hexadecimal(8));
            case '0', '1', '2', '3', '4', '5', '6', '7', 'x' -> bytes = true;
            default -> meaning.append(character);
        }
    }

    private int hexadecimal(int digits) {
        int end = at + digits;
        if (end > text.length() || !text.substring(at, end).matches("[0-9A-Fa-f]+")) {
            throw source.invalid(at - 2, "this escape needs " + digits + " hexadecimal digits");
        }
        int codePoint = Integer.parseUnsignedInt(text.substring(at, end), 16);
        at = end;
        if (!Character.isValidCodePoint(codePoint) || codePoint == 0) {
            throw source.invalid(at - digits - 2, "this escape is no character");
        }
        return codePoint;
    }
}
