package io.godwit.schema;

/**
 * Where a piece of SQL stands in its document, for messages.
 *
 * @param file the document's name; empty when it has none
 * @param pointer JSON pointer of the string; empty when it did not come from a document
 * @param line line of the string in the document, from 1; 0 when unknown
 * @param column column of the string, from 1; 0 when unknown
 */
public record Position(String file, String pointer, int line, int column) {

    /** Of what was made in Java, not read from a document. */
    public static final Position NONE = new Position("", "", 0, 0);
}
