package io.godwit.engine;

import io.godwit.dialect.BulkLoader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of a file that wait to be written together, some megabytes at most. For one thread. */
final class FileRowBatch {

    private static final long MOST_CHARACTERS = 1_500_000;

    /** What an object costs beside its characters. */
    private static final int OBJECT = 40;

    private final List<Row> rows = new ArrayList<>();
    private long characters;

    /** One row. */
    static final class Row {

        private final long number;
        private final @Nullable Object[] values;
        private final String reason;
        private final String json;

        /**
         * Of a file.
         *
         * @param number in the file, from 1
         * @param values in the words of {@link BulkLoader}
         * @param reason why it is left out; empty if it is not
         * @param json what it holds, where it may be left out; else empty
         */
        Row(long number, @Nullable Object[] values, String reason, String json) {
            this.number = number;
            this.values = values;
            this.reason = reason;
            this.json = json;
        }

        long number() {
            return number;
        }

        /** By what it is known. */
        String key() {
            return "[" + number + "]";
        }

        @Nullable
        Object[] values() {
            return values;
        }

        String reason() {
            return reason;
        }

        String json() {
            return json;
        }

        boolean isLeftOut() {
            return !reason.isEmpty();
        }
    }

    void add(Row row) {
        rows.add(row);
        characters += BulkLoader.characters(row.values()) + row.json().length() + OBJECT * (row.values().length + 1L);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    boolean isFull(int most) {
        return rows.size() >= most || characters >= MOST_CHARACTERS;
    }

    /** What waits, which waits no longer. */
    List<Row> take() {
        List<Row> all = List.copyOf(rows);
        rows.clear();
        characters = 0;
        return all;
    }
}
