package io.godwit.engine;

import io.godwit.archive.PackagedTable;
import io.godwit.archive.Recipients;
import io.godwit.archive.RowsDraft;
import io.godwit.archive.RowsManifest;
import io.godwit.archive.TableRows;
import io.godwit.failure.PlanRefusedException;
import io.godwit.failure.TransferFailedException;
import io.godwit.plan.Rendering;
import io.godwit.transfer.ImportOrder;
import io.godwit.transfer.RowsExport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Takes rows out of a database into files, with an entry in the audit trail.
 *
 * <p>Thread-safe: each export has its own connections.
 */
public final class RowsExporter {

    private final DataSource dataSource;
    private final DialectFinder dialects;
    private final Function<Session, Rendering> renderings;
    private final RunOptions options;

    public RowsExporter(
            DataSource dataSource,
            DialectFinder dialects,
            Function<Session, Rendering> renderings,
            RunOptions options) {
        this.dataSource = dataSource;
        this.dialects = dialects;
        this.renderings = renderings;
        this.options = options;
    }

    /**
     * Writes rows of one moment into files, and records that they left before they can be found.
     *
     * @param draft where to; the caller closes it
     * @throws PlanRefusedException if a table, column or filter is not what can be exported
     * @throws TransferFailedException if it failed; no file is left
     */
    public RowsReport export(RowExport asked, RowsDraft draft) {
        long started = System.nanoTime();
        return written(asked, draft, "", (session, export, at) -> {
            draft.finish(new RowsManifest(
                    session.dialect().engine(),
                    session.dialect().version(),
                    asked.pluginId(),
                    at,
                    "godwit",
                    export.tables(),
                    export.files()));
            note(session, asked.pluginId(), exported(export.tables(), asked));
            draft.publish();
            return report(export, started);
        });
    }

    /**
     * As {@link #export}, for a package: the files stay where they wait, below {@code data/rows/}.
     *
     * @return what waits, until the draft is closed
     */
    public TableRows collect(RowExport asked, RowsDraft draft) {
        return written(asked, draft, "rows/", (session, export, at) -> {
            note(session, asked.pluginId(), exported(export.tables(), asked));
            return draft.rows(export.tables());
        });
    }

    /** What is done with rows once they are written. */
    private interface Written<T> {
        T with(Session session, RowsExport export, Instant at) throws SQLException, IOException;
    }

    private <T> T written(RowExport asked, RowsDraft draft, String folder, Written<T> then) {
        try (Session session = open()) {
            Rendering rendering = renderings.apply(session);
            List<RowsExport.Selected> tables =
                    ImportOrder.sorted(session.dialect(), new ExportSelection(session, rendering, asked).tables());
            List<String> names =
                    tables.stream().map(table -> table.name().toString()).toList();
            authorize(new Action(Action.Kind.EXPORT, asked.pluginId(), names), session);
            RowsExport export = new RowsExport(session.dialect(), session.connection(), draft, folder, asked.format());
            Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            try (FurtherReaders further = further(asked.readers(), session, tables)) {
                read(new SteadyReading(session, options, further), export, tables);
            }
            return then.with(session, export, at);
        } catch (UncheckedIOException e) {
            throw notExported(Words.of(e.getCause()), e);
        } catch (IOException e) {
            throw notExported(Words.of(e), e);
        } catch (SQLException e) {
            throw notExported(Words.of(e), e);
        }
    }

    private Session open() {
        return Session.open(dataSource, dialects, options);
    }

    private ExclusiveWork exclusive() {
        return new ExclusiveWork(dataSource, dialects, options);
    }

    private void authorize(Action action, Session session) {
        new Authorization(options).check(List.of(action), session, exclusive());
    }

    private FurtherReaders further(int readers, Session session, List<RowsExport.Selected> tables) throws SQLException {
        if (readers > 1 && session.dialect().sharedMoment().isPresent()) {
            for (RowsExport.Selected table : tables) {
                if (table.isWorthSeveral(session.dialect(), session.connection())) {
                    return FurtherReaders.open(dataSource, dialects, options.lockTimeout(), readers);
                }
            }
        }
        return FurtherReaders.NONE;
    }

    private static void read(SteadyReading reading, RowsExport export, List<RowsExport.Selected> tables)
            throws SQLException, IOException {
        try {
            reading.run(tables.stream().map(table -> table.table().name()).toList(), () -> {
                reading.begin(export);
                for (RowsExport.Selected table : tables) {
                    reading.write(export, table);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String exported(List<PackagedTable> tables, RowExport asked) {
        String filters =
                asked.filters().isEmpty() ? "" : ", by filters on " + String.join(", ", sorted(asked.filters()));
        String sensitive = asked.sensitive().isEmpty() ? "" : ", with " + String.join(", ", asked.sensitive());
        return tables.stream().map(table -> table.name() + ": " + table.rows()).collect(Collectors.joining("; "))
                + filters
                + sensitive
                + (asked.recipients().encrypt() ? ", encrypted" : "");
    }

    private static List<String> sorted(Map<String, String> filters) {
        return filters.keySet().stream().sorted().toList();
    }

    private void note(Session session, String pluginId, String detail) throws SQLException {
        exclusive().run(session, options.lockWait(), lock -> {
            new HistoryInstaller(session, renderings.apply(session)).install();
            new AuditNote(session, options)
                    .write(List.of(new AuditNote.Line(Action.Kind.EXPORT.toString(), pluginId, "done", detail)));
        });
    }

    private static RowsReport report(RowsExport export, long started) {
        List<RowsReport.Moved> moved = export.tables().stream()
                .map(table -> new RowsReport.Moved(table.name().toString(), table.rows(), 0, 0, table.leftOut()))
                .toList();
        return new RowsReport(moved, Duration.ofNanos(System.nanoTime() - started));
    }

    private static TransferFailedException notExported(String why, Exception cause) {
        return new TransferFailedException(
                "The rows could not be exported: " + why + ".\nNothing was exported, and nothing was changed.", cause);
    }

    /** Where a file of rows is to be; nothing is there before all of it is written. */
    public static RowsDraft draft(Path output, Recipients recipients) {
        try {
            return RowsDraft.at(output, recipients);
        } catch (IllegalArgumentException e) {
            throw new PlanRefusedException(
                    "The rows cannot be exported: " + e.getMessage() + ". Nothing was exported.");
        } catch (IOException e) {
            throw notExported(Words.of(e), e);
        }
    }
}
