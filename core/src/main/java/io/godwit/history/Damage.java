package io.godwit.history;

/**
 * Something in the history that is not as Godwit wrote it. Immutable.
 *
 * @param table whose row it is
 * @param row its key: a number of the audit trail, or the id of a migration
 * @param column which column; empty for the row as a whole, or where it cannot be told
 * @param words what is wrong
 */
public record Damage(String table, String row, String column, String words) {

    /** One line. */
    @Override
    public String toString() {
        return table + (row.isEmpty() ? "" : ", row " + row) + (column.isEmpty() ? "" : ", column " + column) + ": "
                + words;
    }
}
