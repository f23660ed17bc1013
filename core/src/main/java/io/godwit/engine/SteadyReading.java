package io.godwit.engine;

import io.godwit.archive.PackagedTable;
import io.godwit.schema.TableName;
import io.godwit.transfer.RowsExport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Reads tables, all of one moment, with as much time for a statement as it takes. For the thread that owns the session. */
record SteadyReading(Session session, RunOptions options, FurtherReaders further) {

    SteadyReading(Session session, RunOptions options) {
        this(session, options, FurtherReaders.NONE);
    }

    void run(Collection<TableName> tables, WorkTransaction.Work work) throws SQLException {
        limit(Duration.ZERO);
        new WorkTransaction(session, List.of()).runReading(() -> {
            List<String> names = tables.stream()
                    .map(name -> session.dialect().syntax().table(name))
                    .toList();
            if (!names.isEmpty()) {
                session.together(session.dialect().transactions().steadily(names));
                further.join(session, names);
            }
            work.run();
        });
        limit(options.statementTimeout());
    }

    /** Has large tables read by all connections that there are. */
    void begin(RowsExport export) {
        export.readBy(further.with(session), options.cancellation()::isCancelled);
    }

    /** Writes the rows of one table, and tells the host. */
    void write(RowsExport export, RowsExport.Selected table) throws SQLException {
        if (options.cancellation().isCancelled()) {
            throw new SQLException("it was cancelled");
        }
        try {
            PackagedTable written = export.write(table);
            options.listener()
                    .onEvent(new ProgressEvent.RowsMoved(written.name().toString(), written.rows()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How long a statement takes depends on the rows. */
    private void limit(Duration timeout) throws SQLException {
        if (!options.statementTimeout().isZero()) {
            session.limit(timeout);
        }
    }
}
