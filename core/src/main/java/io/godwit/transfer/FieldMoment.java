package io.godwit.transfer;

import io.godwit.schema.SimpleType;

/**
 * Dates and times in bytes, as engines write most of them, in the form that {@link io.godwit.dialect.CanonicalTime} gives them. One
 * value at a time, for one thread.
 */
final class FieldMoment {

    /** {@code 2024-02-29T23:59:59.000000Z}. */
    private static final int LONGEST = 27;

    private static final int DAY = 10;
    private static final int SECONDS = 8;
    private static final int MICROS = 6;

    private final byte[] text = new byte[LONGEST];
    private int length;

    /** Reads a value; false if somebody else has to look at it. */
    boolean read(byte[] bytes, int from, int to, SimpleType type) {
        length = 0;
        if (type == SimpleType.DATE) {
            return to - from == DAY && day(bytes, from);
        }
        if (type == SimpleType.TIME) {
            return time(bytes, from, to) == to;
        }
        boolean between = to - from > DAY && (bytes[from + DAY] == ' ' || bytes[from + DAY] == 'T');
        if (!between || !day(bytes, from)) {
            return false;
        }
        text[length++] = 'T';
        int end = time(bytes, from + DAY + 1, to);
        if (end < 0) {
            return false;
        }
        if (type == SimpleType.TIMESTAMP) {
            return end == to;
        }
        text[length++] = 'Z';
        return end == to
                || (end + 1 == to && bytes[end] == 'Z')
                || (end + 3 == to && bytes[end] == '+' && bytes[end + 1] == '0' && bytes[end + 2] == '0');
    }

    /** Days that not every month has are for a calendar. */
    private boolean day(byte[] bytes, int at) {
        int month = two(bytes, at + 5);
        int day = two(bytes, at + 8);
        boolean plain = two(bytes, at) >= 0
                && two(bytes, at + 2) >= 0
                && bytes[at + 4] == '-'
                && bytes[at + 7] == '-'
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= (month == 2 ? 28 : 30);
        copy(bytes, at, DAY);
        return plain;
    }

    /** Where the time ends that it reads; -1 if it is none. */
    private int time(byte[] bytes, int at, int to) {
        if (at + SECONDS > to || bytes[at + 2] != ':' || bytes[at + 5] != ':') {
            return -1;
        }
        int hour = two(bytes, at);
        int minute = two(bytes, at + 3);
        int second = two(bytes, at + 6);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return -1;
        }
        copy(bytes, at, SECONDS);
        int end = at + SECONDS;
        int digits = 0;
        text[length++] = '.';
        if (end < to && bytes[end] == '.') {
            end++;
            while (end < to && isDigit(bytes[end])) {
                if (++digits > MICROS) {
                    return -1;
                }
                text[length++] = bytes[end++];
            }
            if (digits == 0) {
                return -1;
            }
        }
        while (digits++ < MICROS) {
            text[length++] = '0';
        }
        return end;
    }

    private void copy(byte[] bytes, int at, int size) {
        System.arraycopy(bytes, at, text, length, size);
        length += size;
    }

    /** A number of two digits; less than 0 if it is none. */
    private static int two(byte[] bytes, int at) {
        boolean digits = isDigit(bytes[at]) && isDigit(bytes[at + 1]);
        return digits ? 10 * (bytes[at] - '0') + bytes[at + 1] - '0' : -1;
    }

    private static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }

    /** The form that was made, of which {@link #length} bytes count, until the next value is read. */
    byte[] bytes() {
        return text;
    }

    int length() {
        return length;
    }
}
