package io.godwit.engine;

import io.godwit.history.Checkpoint;
import io.godwit.history.RejectedTable.Rejected;
import io.godwit.migration.OnError;
import io.godwit.plan.transform.CustomTable;
import io.godwit.plan.transform.KeyRange;
import io.godwit.plan.transform.TransformSql;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.transfer.file.RowMapping.Fault;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gives a range's rows to who makes something of them, and leaves out those of which nothing can be made. For one transform, on one thread. */
final class SourceRows {

    private static final int TOGETHER = 100;

    private final Run run;
    private final String migration;
    private final String step;
    private final TransformSql sql;
    private final TransformRows rows;
    private final SourcePages pages;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Rejected> refused = new ArrayList<>();
    private @Nullable Throwable cause;

    /** @param beside where what is made is put beside the source; null if nowhere */
    SourceRows(
            Run run,
            String migration,
            String step,
            TransformSql sql,
            TransformRows rows,
            @Nullable CustomTable beside) {
        this.run = run;
        this.migration = migration;
        this.step = step;
        this.sql = sql;
        this.rows = rows;
        this.pages = new SourcePages(run, sql, beside, rows);
        for (Name name : sql.shown()) {
            places.put(name.text(), places.size());
        }
    }

    /** Makes something of a row. */
    interface Maker {
        /**
         * One row.
         *
         * @param fields its values by the names of the source's columns
         * @return what is wrong; empty if something was made of it
         */
        List<Fault> make(SourceRow row, Function<String, Literal> fields) throws SQLException;

        /** The connection is needed for something else, until the next row. */
        default void pause() throws SQLException {}
    }

    /**
     * What became of a range's rows.
     *
     * @param read how many there were
     * @param leftOut how many of them were written down as left out, and were not before
     */
    record Given(long read, long leftOut) {}

    /** Gives all rows of a range. */
    Given give(KeyRange range, Checkpoint at, Maker maker) throws SQLException {
        refused.clear();
        cause = null;
        long[] read = {0};
        long[] left = {0};
        pages.read(range, new SourcePages.Taker() {
            @Override
            public void take(SourceRow row) throws SQLException {
                read[0]++;
                left[0] += given(row, at, left[0], maker);
            }

            @Override
            public void pause() throws SQLException {
                maker.pause();
            }
        });
        return new Given(read[0], left[0] + reject(at));
    }

    /** How many rows were written down as left out. */
    private long given(SourceRow row, Checkpoint at, long left, Maker maker) throws SQLException {
        if (run.isCancelled()) {
            throw run.cancelled(migration, null);
        }
        List<Fault> faults = maker.make(row, name -> field(row, name));
        if (!faults.isEmpty()) {
            refuse(row, faults, at.rejected() + left);
        }
        if (refused.size() < TOGETHER) {
            return 0;
        }
        maker.pause();
        return reject(at);
    }

    private void refuse(SourceRow row, List<Fault> faults, long before) {
        if (refused.isEmpty()) {
            cause = faults.get(0).cause();
        }
        String reason = faults.stream().map(Fault::toString).collect(Collectors.joining("; "));
        refused.add(new Rejected(before + refused.size() + 1, TransformRows.json(row.key()), reason, json(row)));
    }

    private Literal field(SourceRow row, String name) {
        Integer place = places.get(name);
        if (place == null) {
            throw new IllegalArgumentException("the source has no column " + name + "; there are "
                    + sql.shown().stream().map(Name::text).collect(Collectors.joining(", ")));
        }
        return row.values().get(place);
    }

    private String json(SourceRow row) {
        return places.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(entry -> {
                    Literal value = row.values().get(entry.getValue());
                    return TransformRows.json(Literal.of(entry.getKey())) + ":"
                            + TransformRows.json(value.isNull() ? value : Literal.of(value.text()));
                })
                .collect(Collectors.joining(",", "{", "}"));
    }

    private long reject(Checkpoint at) throws SQLException {
        if (!refused.isEmpty() && sql.transform().onError() == OnError.FAIL) {
            SensitiveRows sensitive = rows.sensitive();
            throw new FailedRows(migration, step).failure(sensitive.masked(refused), sensitive.isOpen() ? cause : null);
        }
        long left = rows.reject(List.copyOf(refused), at.pass() > 1);
        refused.clear();
        return left;
    }
}
