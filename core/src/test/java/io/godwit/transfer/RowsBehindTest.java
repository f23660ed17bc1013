package io.godwit.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.dialect.RowWriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowsBehindTest {

    private static final int MANY = 10_000;

    /** Takes so many rows, and says on which threads. */
    private static final class Recorder implements RowWriter {

        private final int room;
        private final List<Object> rows = new ArrayList<>();
        private final List<String> threads = new ArrayList<>();
        private boolean isClosed;

        Recorder(int room) {
            this.room = room;
        }

        @Override
        public void add(@Nullable Object[] values) throws SQLException {
            if (rows.size() == room) {
                throw new SQLException("row " + values[0] + " has no room");
            }
            rows.add(values[0]);
            String thread = Thread.currentThread().getName();
            if (!threads.contains(thread)) {
                threads.add(thread);
            }
        }

        @Override
        public void flush() {
            rows.add("flush");
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }

    @Test
    void rowsAreWrittenInTheirOrderOnAnotherThread() throws SQLException {
        Recorder recorder = new Recorder(MANY + 1);
        try (RowsBehind behind = new RowsBehind(recorder)) {
            behind.add(new Object[] {-1});
            behind.occupy();
            for (int row = 0; row < MANY; row++) {
                behind.add(new Object[] {row});
                if (row == MANY / 2) {
                    behind.pause();
                    assertThat(recorder.rows).hasSize(row + 2);
                }
            }
            behind.flush();
            assertThat(recorder.isClosed).isFalse();
        }
        assertThat(recorder.isClosed).isTrue();
        List<Object> expected = new ArrayList<>(
                IntStream.range(-1, MANY).boxed().map(row -> (Object) row).toList());
        expected.add("flush");
        assertThat(recorder.rows).isEqualTo(expected);
        assertThat(recorder.threads).containsExactly(Thread.currentThread().getName(), "godwit-writer");
    }

    @Test
    void rowThatIsNotTakenFailsOnceAndIsTheLast() {
        Recorder recorder = new Recorder(300);
        assertThatThrownBy(() -> {
                    try (RowsBehind behind = new RowsBehind(recorder)) {
                        behind.occupy();
                        for (int row = 0; row < MANY; row++) {
                            behind.add(new Object[] {row});
                        }
                        behind.flush();
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessage("row 300 has no room")
                .hasNoSuppressedExceptions();
        assertThat(recorder.rows).hasSize(300);
        assertThat(recorder.isClosed).isTrue();
    }

    @Test
    void whoeverGivesUpWaitsForWhatIsUnderWay() throws SQLException {
        Recorder recorder = new Recorder(MANY);
        try (RowsBehind behind = new RowsBehind(recorder)) {
            behind.occupy();
            for (int row = 0; row < 600; row++) {
                behind.add(new Object[] {row});
            }
        }
        assertThat(recorder.isClosed).isTrue();
        assertThat(recorder.rows).doesNotContain("flush").hasSizeLessThanOrEqualTo(600);
    }
}
