package io.godwit.dialect;

import io.godwit.schema.SimpleType;
import org.jspecify.annotations.Nullable;

/** The moments that engines write in nearly the canonical form, without a calendar: most of those in a table. Stateless. */
final class PlainMoment {

    /** As in {@code 2024-02-29 23:59:59}; a {@code 0} stands for any digit. */
    private static final String SHAPE = "0000-00-00 00:00:00";

    /** How much of it is the day. */
    private static final int DAY = 10;

    private static final int MICROS = 6;

    private PlainMoment() {}

    /** The canonical form of a date, of a timestamp, or of an instant in UTC; null if somebody else has to look at it. */
    static @Nullable String canonical(String text, SimpleType type) {
        if (type == SimpleType.DATE) {
            return text.length() == DAY && isPlain(text) ? text : null;
        }
        boolean instant = type == SimpleType.TIMESTAMPTZ;
        int seconds = SHAPE.length();
        if ((!instant && type != SimpleType.TIMESTAMP) || text.length() < seconds || !isPlain(text)) {
            return null;
        }
        int end = seconds;
        if (end < text.length() && text.charAt(end) == '.') {
            end++;
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
        }
        int digits = Math.max(0, end - seconds - 1);
        String zone = text.substring(end);
        boolean known = zone.isEmpty() || (instant && (zone.equals("Z") || zone.equals("+00")));
        if (!known || digits > MICROS || end == seconds + 1) {
            return null;
        }
        return text.substring(0, DAY)
                + 'T'
                + text.substring(DAY + 1, seconds)
                + '.'
                + text.substring(Math.min(end, seconds + 1), end)
                + "0".repeat(MICROS - digits)
                + (instant ? "Z" : "");
    }

    /** Days that not every month has are for a calendar. */
    private static boolean isPlain(String text) {
        boolean timed = text.length() > DAY;
        for (int at = 0; at < (timed ? SHAPE.length() : DAY); at++) {
            char found = text.charAt(at);
            char shape = SHAPE.charAt(at);
            boolean fits = shape == '0' ? isDigit(found) : found == shape || (at == DAY && found == 'T');
            if (!fits) {
                return false;
            }
        }
        int month = two(text, 5);
        int day = two(text, 8);
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= (month == 2 ? 28 : 30)
                && (!timed || (two(text, 11) < 24 && two(text, 14) < 60 && two(text, 17) < 60));
    }

    private static int two(String text, int at) {
        return 10 * (text.charAt(at) - '0') + text.charAt(at + 1) - '0';
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
