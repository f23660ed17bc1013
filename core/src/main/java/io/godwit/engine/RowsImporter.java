package io.godwit.engine;

import io.godwit.archive.PackagedTable;
import io.godwit.archive.TableRows;
import io.godwit.dialect.Dialect;
import io.godwit.failure.PackageFault;
import io.godwit.failure.PackageRejectedException;
import io.godwit.failure.PlanRefusedException;
import io.godwit.failure.TransferFailedException;
import io.godwit.history.AuditEntry;
import io.godwit.history.HistoryReader;
import io.godwit.history.OwnedObject;
import io.godwit.migration.OnConflict;
import io.godwit.plan.Rendering;
import io.godwit.schema.TableName;
import io.godwit.transfer.LoadedTable;
import io.godwit.transfer.RowsImport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Brings rows out of files into a database: all or nothing, with an entry in the audit trail.
 *
 * <p>Thread-safe: each import has its own connections.
 */
public final class RowsImporter {

    private final DataSource dataSource;
    private final DialectFinder dialects;
    private final Function<Session, Rendering> renderings;
    private final RunOptions options;

    public RowsImporter(
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
     * Where rows come from, as far as it matters.
     *
     * @param pluginId whose they are; empty if that is not said
     * @param fingerprint of the package that they come with; empty if they come alone. Those of a package go into the plugin's own tables only
     */
    public record Origin(String pluginId, String fingerprint) {

        /** Whether they come with a package. */
        public boolean isPackage() {
            return !fingerprint.isEmpty();
        }

        /** What ends their entry in the audit trail, by which they are known again. */
        public String words() {
            return isPackage() ? "; with manifest " + fingerprint : "";
        }
    }

    /**
     * Whether the rows of a package came in since migrations of its plugin were last applied or taken back.
     *
     * @throws io.godwit.failure.DatabaseUnavailableException if nobody can be asked
     */
    public boolean isThere(Origin origin) {
        try (Session session = open()) {
            HistoryReader reader = new HistoryReader(session.dialect(), session.connection());
            boolean there = false;
            for (AuditEntry entry : reader.isThere() ? reader.audit() : List.<AuditEntry>of()) {
                if (entry.pluginId().equals(origin.pluginId())) {
                    if (entry.action().equals(Action.Kind.IMPORT.toString())) {
                        there |=
                                entry.outcome().equals("done") && entry.detail().endsWith(origin.words());
                    } else if (!entry.migrationId().isEmpty()
                            && !entry.action().equals(Action.Kind.BACKUP.toString())) {
                        there = false;
                    }
                }
            }
            return there;
        } catch (SQLException e) {
            throw Session.unavailable(e);
        }
    }

    private Session open() {
        return Session.open(dataSource, dialects, options);
    }

    private ExclusiveWork exclusive() {
        return new ExclusiveWork(dataSource, dialects, options);
    }

    /**
     * Brings rows into tables that are there, in one transaction under the lock.
     *
     * @param rows read through before
     * @param origin for the audit trail
     * @param onConflict what becomes of rows whose key is there already
     * @throws io.godwit.failure.PlanRefusedException if a table or column is not there, by name
     * @throws TransferFailedException if the database does not take a row
     */
    public RowsReport importFrom(TableRows rows, Origin origin, OnConflict onConflict) {
        long started = System.nanoTime();
        Map<PackagedTable, LoadedTable> loaded = new LinkedHashMap<>();
        try (Session session = open()) {
            List<String> names =
                    rows.tables().stream().map(table -> table.name().toString()).toList();
            new Authorization(options)
                    .check(List.of(new Action(Action.Kind.IMPORT, origin.pluginId(), names)), session, exclusive());
            exclusive().run(session, options.lockWait(), lock -> {
                new HistoryInstaller(session, renderings.apply(session)).install();
                if (origin.isPackage()) {
                    requireOwn(session, rows, origin.pluginId());
                }
                if (!options.statementTimeout().isZero()) {
                    session.limit(Duration.ZERO);
                }
                RowsImport load = RowsImport.of(
                        session.dialect(),
                        session.connection(),
                        rows,
                        onConflict,
                        name -> session.dialect().introspector().table(session.connection(), name));
                new AuditNote(session, options)
                        .write(
                                () -> load(rows, load, loaded),
                                () -> List.of(new AuditNote.Line(
                                        Action.Kind.IMPORT.toString(),
                                        origin.pluginId(),
                                        "done",
                                        imported(loaded) + origin.words())));
            });
        } catch (UncheckedIOException e) {
            throw rejected(e.getCause());
        } catch (SQLException e) {
            throw new TransferFailedException(
                    "The rows could not be imported: " + Words.of(e) + ".\nNothing was imported.", e);
        }
        return new RowsReport(moved(loaded), Duration.ofNanos(System.nanoTime() - started));
    }

    /** A stranger's rows stay in the stranger's tables. */
    private static void requireOwn(Session session, TableRows rows, String pluginId) throws SQLException {
        Dialect dialect = session.dialect();
        Set<TableName> own = new HistoryReader(dialect, session.connection())
                .objects().stream()
                        .filter(object -> object.pluginId().equals(pluginId)
                                && object.name().part().isEmpty())
                        .map(OwnedObject::name)
                        .map(name -> dialect.known(TableName.parse(name.object())))
                        .collect(Collectors.toSet());
        List<String> others = rows.tables().stream()
                .map(PackagedTable::name)
                .filter(name -> !own.contains(dialect.known(name)))
                .map(TableName::toString)
                .toList();
        if (!others.isEmpty()) {
            throw new PlanRefusedException("The rows of the package cannot be imported: " + String.join(", ", others)
                    + " does not belong to the plugin '" + pluginId + "'. Nothing was imported.");
        }
    }

    private void load(TableRows rows, RowsImport load, Map<PackagedTable, LoadedTable> loaded) throws SQLException {
        try {
            Map<?, LoadedTable> done = load.load(
                    (table, count) -> options.listener().onEvent(new ProgressEvent.RowsMoved(table.toString(), count)));
            for (PackagedTable table : rows.tables()) {
                LoadedTable one = done.get(table.name());
                if (one != null) {
                    loaded.put(table, one);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String imported(Map<PackagedTable, LoadedTable> loaded) {
        List<String> words = new ArrayList<>();
        loaded.forEach((table, done) -> words.add(table.name() + ": " + done.inserted() + " new"
                + (done.updated() == 0 ? "" : ", " + done.updated() + " updated")
                + (done.skipped() == 0 ? "" : ", " + done.skipped() + " skipped")));
        return String.join("; ", words);
    }

    private static List<RowsReport.Moved> moved(Map<PackagedTable, LoadedTable> loaded) {
        List<RowsReport.Moved> moved = new ArrayList<>();
        loaded.forEach((table, done) -> moved.add(new RowsReport.Moved(
                table.name().toString(), table.rows(), done.updated(), done.skipped(), table.leftOut())));
        return moved;
    }

    private static PackageRejectedException rejected(IOException e) {
        return new PackageRejectedException(
                PackageFault.DAMAGED,
                "The rows could not be imported: " + Words.of((Exception) e) + ".\nNothing was imported.",
                e);
    }
}
