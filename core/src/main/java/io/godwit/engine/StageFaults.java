package io.godwit.engine;

import io.godwit.history.RejectedTable.Rejected;
import io.godwit.transfer.file.FileStage;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Writes down the rows of a file that its table cannot hold. For one file, on one thread. */
final class StageFaults implements FileStage.Refusal {

    private static final int TOGETHER = 100;

    private final TransformRows rows;
    private final List<Rejected> waiting = new ArrayList<>();
    private long count;

    StageFaults(TransformRows rows) {
        this.rows = rows;
    }

    @Override
    public void refused(long number, String reason, String row) throws SQLException {
        waiting.add(new Rejected(++count, "[" + number + "]", reason, row));
        if (waiting.size() == TOGETHER) {
            write();
        }
    }

    /** Those that are not written yet. */
    void write() throws SQLException {
        rows.reject(waiting, false);
        waiting.clear();
    }

    long count() {
        return count;
    }
}
