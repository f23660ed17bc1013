package io.godwit.transfer.file;

import java.io.IOException;
import java.sql.SQLException;

/** Takes one row after the other; a row is not to be kept. */
public interface RowTaker {
    void take(FileRow row) throws IOException, SQLException;
}
