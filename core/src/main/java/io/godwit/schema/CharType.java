package io.godwit.schema;

/**
 * Characters in a field of fixed width: blanks at the end of a value say nothing. PostgreSQL shows values padded to the width; other
 * engines keep and show them without those blanks.
 *
 * @param length the most code points a value may have, blanks at its end aside; from 1 to 65535
 */
public record CharType(int length) implements ColumnType {

    public CharType {
        if (length < 1 || length > 65_535) {
            throw new IllegalArgumentException(
                    "the length of char must be between 1 and 65535; beyond that write text");
        }
    }

    /** The characters without the blanks at their end. */
    public static String stripped(String characters) {
        int end = characters.length();
        while (end > 0 && characters.charAt(end - 1) == ' ') {
            end--;
        }
        return characters.substring(0, end);
    }

    @Override
    public <R> R accept(ColumnTypeVisitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public String toString() {
        return "char(" + length + ")";
    }
}
