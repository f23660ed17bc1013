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
    private final long before;
    private long count;

    /** @param before how many a run before has written down */
    StageFaults(TransformRows rows, long before) {
        this.rows = rows;
        this.before = before;
    }

    @Override
    public void refused(long number, String reason, String row) throws SQLException {
        String key = "[" + number + "]";
        if (before > 0 && rows.isRejected(key)) {
            return;
        }
        waiting.add(new Rejected(before + ++count, key, reason, row));
        if (waiting.size() == TOGETHER) {
            write();
        }
    }

    /** Those that are not written yet. */
    void write() throws SQLException {
        rows.reject(waiting, false);
        waiting.clear();
    }

    /** What may be told of the rows. */
    SensitiveRows sensitive() throws SQLException {
        return rows.sensitive();
    }

    /** How many were not written down before. */
    long count() {
        return count;
    }
}
