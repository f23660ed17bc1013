package io.godwit.failure;

import java.util.Objects;

/**
 * One fault in one document.
 *
 * @param file the document's name as its source gave it, for people; empty when the document has none
 * @param pointer JSON pointer (RFC 6901) of the offending value; empty for the whole document
 * @param line line of the value, from 1; 0 when it is not known
 * @param column column of the value in characters, from 1; 0 when it is not known
 * @param message what is wrong and what to write instead
 */
public record Problem(String file, String pointer, int line, int column, String message) {

    public Problem {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(pointer, "pointer");
        Objects.requireNonNull(message, "message");
    }

    /** {@code file:line:column pointer: message}, leaving out what is not known. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line).append(':').append(column);
        }
        if (!pointer.isEmpty()) {
            text.append(text.isEmpty() ? "" : " ").append(pointer);
        }
        return text.append(text.isEmpty() ? "" : ": ").append(message).toString();
    }
}
