package io.godwit.engine;

import io.godwit.dialect.RowWriter;
import io.godwit.history.Checkpoint;
import io.godwit.plan.transform.KeyRange;
import io.godwit.schema.Literal;
import io.godwit.transfer.file.RowMapping;
import io.godwit.transfer.file.RowMapping.Fault;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes what a batch's rows become in Java straight into their table, inside the batch's transaction. For one transform, on one thread. */
final class StraightBatch {

    private final StraightTarget target;
    private final RowMapping mapping;
    private final SourceRows source;
    private long written;

    StraightBatch(StraightTarget target, RowMapping mapping, SourceRows source) {
        this.target = target;
        this.mapping = mapping;
        this.source = source;
    }

    /** Moves the rows of a range: where it ends. */
    Checkpoint move(KeyRange range, Checkpoint at, List<Literal> last) throws SQLException {
        written = 0;
        try (RowWriter writer = target.lentWriter();
                KeyRecord keys = target.keys(writer)) {
            SourceRows.Given given = source.give(range, at, new Written(writer, keys));
            writer.flush();
            target.run().session().reached("after rows were moved");
            if (keys != null) {
                keys.flush();
            }
            return at.behind(last, given.read(), written, given.leftOut(), 0);
        }
    }

    /** Writes each row, while the connection has nothing else to do. */
    private final class Written implements SourceRows.Maker {

        private final RowWriter writer;
        private final @Nullable KeyRecord keys;

        Written(RowWriter writer, @Nullable KeyRecord keys) {
            this.writer = writer;
            this.keys = keys;
        }

        @Override
        public List<Fault> make(SourceRow row, Function<String, Literal> fields) throws SQLException {
            @Nullable Object[] values = new Object[target.columns().size()];
            List<Fault> faults = mapping.values(fields, values);
            if (faults.isEmpty()) {
                writer.add(values);
                if (keys != null) {
                    keys.add(values);
                }
                written++;
            }
            return faults;
        }

        @Override
        public void pause() throws SQLException {
            writer.pause();
        }
    }

    /** Whether the statements fail on no rows too, so that no row is to blame. */
    boolean failsOnNoRows() {
        return !target.takesNoRows();
    }
}
