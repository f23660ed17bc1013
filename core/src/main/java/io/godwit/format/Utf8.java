package io.godwit.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Strict UTF-8: what is malformed is an error, and a byte order mark at the start is left out. */
final class Utf8 {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Utf8() {}

    static char[] decode(byte[] bytes) throws CharacterCodingException {
        CharBuffer decoded = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes));
        if (decoded.hasRemaining() && decoded.get(decoded.position()) == BYTE_ORDER_MARK) {
            decoded.get();
        }
        char[] characters = new char[decoded.remaining()];
        decoded.get(characters);
        return characters;
    }
}
