package io.godwit.transfer;

import java.util.Base64;

/** Bytes that are written in hexadecimal. Stateless. */
final class FieldBytes {

    private FieldBytes() {}

    static byte[] base64(byte[] hex, int from, int to) {
        byte[] bytes = new byte[(to - from) / 2];
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) (digit(hex[from + 2 * at]) << 4 | digit(hex[from + 2 * at + 1]));
        }
        return Base64.getEncoder().encode(bytes);
    }

    private static int digit(byte character) {
        return Character.digit(character, 16);
    }
}
