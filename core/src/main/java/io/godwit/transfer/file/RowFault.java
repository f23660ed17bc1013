package io.godwit.transfer.file;

import org.jspecify.annotations.Nullable;

/**
 * One fault in a file of rows.
 *
 * @param file its path
 * @param row from 1; 0 where the fault is not in a row
 * @param line from 1; 0 where it is not known
 * @param field as the mapping names it; null for the whole row
 * @param message what is wrong and what to write instead
 */
public record RowFault(
        String file, long row, long line, @Nullable String field, String message) {

    /** {@code data/people.csv, row 17 (line 19), field 'born': message}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        if (row > 0) {
            text.append(", row ").append(row);
        }
        if (line > 0) {
            text.append(row > 0 ? " (line " + line + ")" : ", line " + line);
        }
        if (field != null) {
            text.append(", field '").append(field).append('\'');
        }
        return text.append(": ").append(message).toString();
    }
}
