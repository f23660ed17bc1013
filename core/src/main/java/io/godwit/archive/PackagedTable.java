package io.godwit.archive;

import io.godwit.schema.TableName;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * The rows of a table, as a file has them. Immutable.
 *
 * @param name as documents write it
 * @param file where the rows are
 * @param rows how many there are
 * @param digest a sum of the hashes of all rows, the same in every order and from every engine: hexadecimal
 * @param columns those that every row has a value for, in the table's order
 * @param leftOut columns whose values are not there, because they are sensitive
 */
public record PackagedTable(
        TableName name, String file, long rows, String digest, List<PackagedColumn> columns, List<String> leftOut) {

    public PackagedTable {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(digest, "digest");
        columns = List.copyOf(columns);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Checks how many rows its file turned out to have.
     *
     * @throws IOException if they are not as many as the manifest says
     */
    public void checkRows(long found) throws IOException {
        if (found != rows) {
            throw new IOException("there are " + found + " rows of " + name + ", and " + rows + " in the manifest");
        }
    }
}
