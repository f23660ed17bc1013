package io.godwit.universal;

import io.godwit.failure.InvalidMigrationException;
import io.godwit.failure.Problem;
import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.schema.Position;
import java.util.List;

/**
 * A text of universal SQL with its place in a document; turns offsets into places that people can find. Immutable.
 *
 * @param text the SQL
 * @param position where the JSON string that holds it begins
 */
record Source(String text, Position position) {

    /** The refusal of what is no SQL, or not SQL that Godwit understands. */
    InvalidMigrationException invalid(int offset, String message) {
        return new InvalidMigrationException(List.of(new Problem(
                position.file(), position.pointer(), line(offset), column(offset), message + near(offset))));
    }

    /** The refusal of the whole text. */
    InvalidMigrationException refused(String message) {
        return new InvalidMigrationException(
                List.of(new Problem(position.file(), position.pointer(), line(0), column(0), message)));
    }

    UnsupportedByDialectException unsupported(int offset, Unsupported unsupported) {
        String place = "line " + line(offset) + ", column " + column(offset);
        String document = (position.file() + " " + position.pointer()).strip();
        return new UnsupportedByDialectException(document.isEmpty() ? place : document + ", " + place, unsupported);
    }

    /** The part between two offsets, with its own place. */
    Source part(int start, int end) {
        return new Source(text.substring(start, end), at(start));
    }

    /** The place of an offset, for what begins there. */
    Position at(int offset) {
        if (isInDocument()) {
            return new Position(position.file(), position.pointer(), position.line(), column(offset) - 1);
        }
        return position.pointer().isEmpty()
                ? new Position(position.file(), "", line(offset), column(offset))
                : position;
    }

    /** Whether the text is a JSON string in a document whose lines are known; other texts have lines of their own. */
    private boolean isInDocument() {
        return position.line() > 0 && !position.pointer().isEmpty();
    }

    /** A JSON string stands on one line whatever lines its text has. */
    private int line(int offset) {
        if (isInDocument()) {
            return position.line();
        }
        int line = Math.max(1, position.line());
        for (int at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
            line++;
        }
        return line;
    }

    private int column(int offset) {
        if (!isInDocument()) {
            int lineBreak = text.lastIndexOf('\n', offset - 1);
            return lineBreak < 0 ? Math.max(1, position.column()) + offset : offset - lineBreak;
        }
        int column = position.column() + 1;
        for (int at = 0; at < offset; at++) {
            column += writtenLength(text.charAt(at));
        }
        return column;
    }

    /** How many characters JSON needs for one. */
    private static int writtenLength(char character) {
        return switch (character) {
            case '"', '\\', '\n', '\r', '\t', '\b', '\f' -> 2;
            default -> character < ' ' ? 6 : 1;
        };
    }

    private String near(int offset) {
        if (offset >= text.length()) {
            return " (at the end of the text)";
        }
        String rest = text.substring(offset).strip();
        return " (at \"" + (rest.length() > 30 ? rest.substring(0, 30) + "…" : rest) + "\")";
    }
}
