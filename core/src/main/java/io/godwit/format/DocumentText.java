package io.godwit.format;

import io.godwit.failure.Problem;
import io.godwit.schema.Position;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A document's characters, and where its lines begin. */
final class DocumentText {

    /** In longer lines (which no editor shows) surrogates count twice: counting would be quadratic in the line's length. */
    private static final int LONG_LINE = 10_000;

    private final String file;
    private final char[] characters;
    private int @Nullable [] lineStarts;

    DocumentText(String file, char[] characters) {
        this.file = file;
        this.characters = characters;
    }

    char[] characters() {
        return characters;
    }

    Problem problem(Place place, String message) {
        Position position = position(place);
        return new Problem(file, position.pointer(), position.line(), position.column(), message);
    }

    /** Lines end with LF, CR or both; a column is a count of code points from 1, as editors show it. */
    Position position(Place place) {
        if (place.offset() < 0) {
            return new Position(file, place.pointer(), 0, 0);
        }
        int[] starts = lineStarts();
        int offset = Math.min(place.offset(), characters.length);
        int found = Arrays.binarySearch(starts, offset);
        int line = found < 0 ? -found - 2 : found;
        int units = offset - starts[line];
        int column = units > LONG_LINE ? units : Character.codePointCount(characters, starts[line], units);
        return new Position(file, place.pointer(), line + 1, column + 1);
    }

    /** Found when the first position is asked for. */
    private int[] lineStarts() {
        int[] starts = lineStarts;
        if (starts == null) {
            starts = findLineStarts();
            lineStarts = starts;
        }
        return starts;
    }

    private int[] findLineStarts() {
        int[] starts = new int[16];
        int count = 1;
        for (int at = 0; at < characters.length; at++) {
            if (endsLine(at)) {
                starts = count == starts.length ? Arrays.copyOf(starts, count * 2) : starts;
                starts[count++] = at + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    private boolean endsLine(int at) {
        char character = characters[at];
        return character == '\n' || (character == '\r' && (at + 1 == characters.length || characters[at + 1] != '\n'));
    }
}
