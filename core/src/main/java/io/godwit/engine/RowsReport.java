package io.godwit.engine;

import java.time.Duration;
import java.util.List;

/**
 * Which rows were moved. Immutable.
 *
 * @param tables in the order in which they were
 * @param duration how long all of it took
 */
public record RowsReport(List<Moved> tables, Duration duration) {

    public RowsReport {
        tables = List.copyOf(tables);
    }

    /**
     * The rows of a table.
     *
     * @param table as the file names it
     * @param rows how many are in the file
     * @param updated how many of them had a key that was there, and gave their values
     * @param skipped how many of them had a key that was there, and were left out
     * @param leftOut columns that were left out of the file, because they are sensitive
     */
    public record Moved(String table, long rows, long updated, long skipped, List<String> leftOut) {

        public Moved {
            leftOut = List.copyOf(leftOut);
        }
    }

    /** Of all tables. */
    public long rows() {
        return tables.stream().mapToLong(Moved::rows).sum();
    }
}
