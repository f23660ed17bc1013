package io.godwit.universal;

import java.util.Locale;

/**
 * How the rows of a COPY are written, in PostgreSQL's own text format.
 *
 * @param delimiter what stands between two values
 * @param nothing how NULL is written
 */
record CopyFormat(String delimiter, String nothing) {

    /** Reads what follows {@code stdin}. */
    static CopyFormat of(Reading reading) {
        TokenReader tokens = reading.tokens();
        String delimiter = "\t";
        String nothing = "\\N";
        tokens.accept("with");
        boolean listed = tokens.acceptSymbol("(");
        while (tokens.peek().kind() != Token.Kind.END && !tokens.isSymbol(")") && !tokens.isSymbol(";")) {
            int at = tokens.at();
            if (tokens.accept("delimiter") || tokens.accept("delimiters")) {
                tokens.accept("as");
                delimiter = reading.string("a character");
            } else if (tokens.accept("null")) {
                tokens.accept("as");
                nothing = reading.string("a text");
            } else if (!tokens.accept("format", "text")) {
                throw reading.unsupported(
                        at,
                        "COPY with " + tokens.peek().text().toUpperCase(Locale.ROOT),
                        "rows are read in the text format",
                        "INSERT, or COPY with DELIMITER and NULL only");
            }
            if (listed) {
                tokens.acceptSymbol(",");
            }
        }
        if (listed) {
            tokens.expectSymbol(")");
        }
        if (delimiter.length() != 1 || delimiter.equals("\\")) {
            throw reading.unsupported(0, "COPY with that DELIMITER", "it is one character", "another character");
        }
        return new CopyFormat(delimiter, nothing);
    }
}
