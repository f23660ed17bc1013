package io.godwit.dialect.postgres;

import io.godwit.dialect.RowFields;

/**
 * A row as COPY writes it: tabs between the fields, a line feed at the end, backslashes before what would be taken for either, and
 * {@code \N} for NULL (PostgreSQL's manual, "COPY", Text Format). Stateless.
 */
final class CopiedFields {

    private CopiedFields() {}

    /**
     * Finds the fields; escapes are taken away in place.
     *
     * @return false, if there are not as many
     */
    static boolean read(byte[] row, RowFields into) {
        int column = 0;
        int from = 0;
        int to = 0;
        int end = row.length > 0 && row[row.length - 1] == '\n' ? row.length - 1 : row.length;
        boolean none = false;
        for (int at = 0; at <= end; at++) {
            if (at == end || row[at] == '\t') {
                if (column == into.size()) {
                    return false;
                }
                if (none) {
                    into.setNull(column);
                } else {
                    into.set(column, row, from, to);
                }
                column++;
                from = at + 1;
                to = from;
                none = false;
            } else if (row[at] == '\\') {
                at++;
                none = row[at] == 'N' && to == from;
                row[to++] = plain(row[at]);
            } else {
                row[to++] = row[at];
            }
        }
        return column == into.size();
    }

    private static byte plain(byte escaped) {
        return switch (escaped) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 0x0b;
            default -> escaped;
        };
    }
}
