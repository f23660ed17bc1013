package io.godwit.transfer.file;

import java.io.IOException;
import java.io.Reader;
import java.sql.SQLException;

/** Reads the rows of one format, one after the other. */
interface RowFormat {

    /**
     * Reads all rows.
     *
     * @param faults takes what is wrong with single rows, which are left out
     * @throws RowFileException if nothing can be read any more, or there are too many faults
     */
    void read(Reader text, RowTaker taker, RowFaults faults) throws IOException, SQLException;
}
