package io.godwit.transfer;

import java.io.IOException;

/** How a row and its values stand in a file. For one thread. */
interface FieldStyle {

    /**
     * Before the value of a column.
     *
     * @param column from 0
     */
    void begin(int column) throws IOException;

    /** No value. */
    void none() throws IOException;

    /** A number, or a truth value: ASCII that needs no quotes in JSON. */
    void bare(byte[] bytes, int from, int to) throws IOException;

    /** A date, a time, Base64: a text of ASCII in which nothing needs an escape. */
    void simple(byte[] bytes, int from, int to) throws IOException;

    /** A text, in well-formed UTF-8. */
    void text(byte[] bytes, int from, int to) throws IOException;

    /** What the encoding makes of a value. */
    void encoded(ValueEncoding.OfText encoding, String value) throws IOException;

    /** After the last value. */
    void end() throws IOException;
}
