package io.godwit.transfer;

/** Looks at bytes that should be text. Stateless. */
final class FieldText {

    private FieldText() {}

    /** Whether they are well-formed UTF-8: the Unicode Standard, table 3-7. */
    static boolean isText(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (bytes[at] >= 0) {
                at++;
                continue;
            }
            int more = following(bytes, at, to);
            if (more == 0) {
                return false;
            }
            at += more + 1;
        }
        return true;
    }

    /** How many bytes belong to the first one; 0 if it begins nothing. */
    private static int following(byte[] bytes, int at, int to) {
        int first = bytes[at] & 0xff;
        int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
        if (first < 0xc2 || first > 0xf4 || at + more >= to) {
            return 0;
        }
        int second = bytes[at + 1] & 0xff;
        int least = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
        int most = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
        if (second < least || second > most) {
            return 0;
        }
        for (int next = 2; next <= more; next++) {
            if ((bytes[at + next] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return more;
    }

    /** Whether a number is as it is written already: so many digits behind the point, no zeros before it, no sign but a minus. */
    static boolean isPlain(byte[] bytes, int from, int to, int scale) {
        int first = from < to && bytes[from] == '-' ? from + 1 : from;
        int whole = scale == 0 ? to : to - scale - 1;
        if (whole <= first || (bytes[first] == '0' && (whole > first + 1 || first > from))) {
            return false;
        }
        for (int at = first; at < to; at++) {
            byte character = bytes[at];
            if (at == whole ? character != '.' : character < '0' || character > '9') {
                return false;
            }
        }
        return true;
    }
}
