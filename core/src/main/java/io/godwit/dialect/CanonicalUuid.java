package io.godwit.dialect;

/** The one form in which a uuid is kept: 36 characters in lower case. */
final class CanonicalUuid {

    private static final int LENGTH = 36;
    private static final String HEXADECIMAL = "0123456789abcdef";

    private CanonicalUuid() {}

    static boolean isCanonical(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int at = 0; at < LENGTH; at++) {
            boolean hyphen = at == 8 || at == 13 || at == 18 || at == 23;
            char c = text.charAt(at);
            if (hyphen ? c != '-' : HEXADECIMAL.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
