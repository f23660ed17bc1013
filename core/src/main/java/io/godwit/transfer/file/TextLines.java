package io.godwit.transfer.file;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/** The lines of a text, one after the other, without a string for each; none is longer than memory may take. For one thread. */
final class TextLines {

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_LINE = 64 * 1024 * 1024;

    private final Reader text;
    private char[] characters = new char[BUFFER];
    private int start;
    private int end;
    private int next;
    private int filled;
    private boolean ended;
    private long number;

    TextLines(Reader text) {
        this.text = text;
    }

    /** Goes to the next line; false if there is none. What an empty last line would be is none. */
    boolean next(RowFaults faults) throws IOException {
        start = next;
        number++;
        int at = start;
        while (true) {
            while (at < filled) {
                if (characters[at] == '\n') {
                    end = at;
                    next = at + 1;
                    return true;
                }
                at++;
            }
            if (at - start > LONGEST_LINE) {
                throw faults.last(0, number, "the line is longer than " + LONGEST_LINE + " characters");
            }
            if (!ended) {
                at -= start;
                fill();
                continue;
            }
            end = filled;
            next = filled;
            return end > start;
        }
    }

    /** Puts the line that is begun to the front, and reads on behind it. */
    private void fill() throws IOException {
        filled -= start;
        System.arraycopy(characters, start, characters, 0, filled);
        start = 0;
        if (filled == characters.length) {
            characters = Arrays.copyOf(characters, 2 * filled);
        }
        int read = text.read(characters, filled, characters.length - filled);
        ended = read < 0;
        filled += Math.max(0, read);
    }

    /** Which line it is, from 1. */
    long number() {
        return number;
    }

    /** Where the line is; they may hold other characters before and behind it. */
    char[] characters() {
        return characters;
    }

    int start() {
        return start;
    }

    int length() {
        return end - start;
    }

    boolean isBlank() {
        for (int at = start; at < end; at++) {
            if (!Character.isWhitespace(characters[at])) {
                return false;
            }
        }
        return true;
    }
}
