package io.godwit.transfer;

import io.godwit.changelog.ScriptedRows;
import io.godwit.dialect.Dialect;
import io.godwit.dialect.RowStaging;
import io.godwit.dialect.RowTarget;
import io.godwit.dialect.Statement;
import io.godwit.schema.Name;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;

/**
 * The rows of one table as statements of a script: what {@link TableLoad} does with a connection. Rows win over those that have the same
 * key. For one use.
 */
final class ScriptedTable {

    private final Dialect dialect;
    private final AwaitedTable awaited;
    private final RowStaging staging;
    private final RowTarget target;
    private final RowTarget staged;
    private final boolean fresh;

    /** @param fresh whether the table surely has no rows when these come */
    ScriptedTable(Dialect dialect, AwaitedTable awaited, boolean fresh) {
        this.dialect = dialect;
        this.awaited = awaited;
        this.fresh = fresh;
        this.staging = dialect.staging();
        this.target = RowTarget.of(
                dialect, null, awaited.table().name(), awaited.columns().ofTable());
        this.staged = new RowTarget(null, staging.table(awaited.number()), target.columns(), target.names());
    }

    AwaitedTable awaited() {
        return awaited;
    }

    private boolean isStraight() {
        return fresh && awaited.deferred().isEmpty() && !awaited.refersToItself();
    }

    private boolean isEmpty() {
        return awaited.file().rows() == 0;
    }

    /** Brings the rows in, but for the columns that wait. */
    void load(InputStream rows, ScriptedRows.Taker taker) throws IOException {
        taker.begin("Rows of " + awaited.file().name() + ": " + awaited.file().rows());
        if (isEmpty()) {
            return;
        }
        if (isStraight()) {
            insert(rows, target, taker);
            release(taker);
            require(taker, count(target) + " = " + awaited.file().rows());
            return;
        }
        if (!fresh && awaited.key().isEmpty()) {
            require(taker, count(target) + " = 0", "it has rows, and no key");
        }
        take(taker, staging.make(staged.table(), target));
        insert(rows, staged, taker);
        require(taker, count(staged) + " = " + awaited.file().rows());
        boolean updates = !fresh && !awaited.key().isEmpty();
        List<Name> others = awaited.others();
        if (updates && !others.isEmpty()) {
            take(taker, List.of(staging.update(staged.table(), target, awaited.key(), others)));
        }
        List<Name> absent = updates ? awaited.key() : List.of();
        take(taker, List.of(staging.insert(staged.table(), target, awaited.deferred(), absent)));
        release(taker);
        require(taker, count(target) + " >= " + awaited.file().rows());
        if (awaited.deferred().isEmpty()) {
            take(taker, List.of(staging.drop(staged.table())));
        }
    }

    /** Gives columns their values that waited for the rows of other tables. */
    void complete(ScriptedRows.Taker taker) throws IOException {
        if (!isEmpty() && !awaited.deferred().isEmpty()) {
            take(taker, List.of(staging.update(staged.table(), target, awaited.key(), awaited.deferred())));
            take(taker, List.of(staging.drop(staged.table())));
        }
    }

    /** Moves the counters on. */
    void moveOn(ScriptedRows.Taker taker) throws IOException {
        if (!isEmpty()) {
            take(taker, staging.movedOn(awaited.table()));
        }
    }

    /** The query for how many rows there are. */
    Statement question() {
        return Statement.of("SELECT "
                + dialect.syntax().text(awaited.file().name().toString())
                + " AS table_name, count(*) AS row_count, " + awaited.file().rows() + " AS brought FROM "
                + target.table());
    }

    private void insert(InputStream rows, RowTarget to, ScriptedRows.Taker taker) throws IOException {
        RowInserts inserts = new RowInserts(dialect, to, taker);
        long count;
        try {
            count = awaited.source().read(rows, values -> add(inserts, values));
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        } catch (SQLException failure) {
            throw new IOException(failure);
        } catch (IllegalArgumentException unfit) {
            throw new IOException("a row of " + awaited.file().name() + ": " + unfit.getMessage(), unfit);
        }
        inserts.flush();
        awaited.file().checkRows(count);
    }

    private static void add(RowInserts inserts, Object[] values) {
        try {
            inserts.add(values);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void release(ScriptedRows.Taker taker) throws IOException {
        take(taker, dialect.loader().afterInsert(target.table()));
    }

    private static String count(RowTarget table) {
        return "(SELECT count(*) FROM " + table.table() + ")";
    }

    private void require(ScriptedRows.Taker taker, String condition) throws IOException {
        require(taker, condition, "not all rows came in");
    }

    private void require(ScriptedRows.Taker taker, String condition, String words) throws IOException {
        for (Statement statement :
                dialect.nativeScript().guard().require(condition, awaited.file().name() + ": " + words)) {
            taker.take(statement);
        }
    }

    private static void take(ScriptedRows.Taker taker, List<String> statements) throws IOException {
        for (String statement : statements) {
            taker.take(Statement.of(statement));
        }
    }
}
