package io.godwit.engine;

import io.godwit.archive.PackagedTable;
import io.godwit.archive.RowFileFormat;
import io.godwit.archive.RowsDraft;
import io.godwit.archive.SchemaDump;
import io.godwit.archive.dump.KnownDocuments;
import io.godwit.archive.dump.SchemaDrafter;
import io.godwit.dialect.Dialect;
import io.godwit.dialect.SchemaState;
import io.godwit.dialect.UnknownSchema;
import io.godwit.failure.GodwitException;
import io.godwit.failure.PlanRefusedException;
import io.godwit.failure.Problem;
import io.godwit.failure.TransferFailedException;
import io.godwit.history.History;
import io.godwit.history.HistoryReader;
import io.godwit.plan.Rendering;
import io.godwit.schema.Name;
import io.godwit.schema.NativeType;
import io.godwit.schema.Schema;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.transfer.ImportOrder;
import io.godwit.transfer.RowsExport;
import io.godwit.transfer.SensitiveColumns;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Says a whole database in portable words: schema and rows of one moment. It only reads, but for an entry in the audit trail where there is
 * one already.
 *
 * <p>Thread-safe: each dump has its own connections.
 */
public final class DatabaseDumper {

    private static final System.Logger LOG = System.getLogger(DatabaseDumper.class.getName());

    private final DataSource dataSource;
    private final DialectFinder dialects;
    private final Function<Session, Rendering> renderings;
    private final RunOptions options;

    public DatabaseDumper(
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
     * Reads all that is asked for.
     *
     * @param draft where the rows wait, below {@code data/rows/}; the caller closes it
     * @throws PlanRefusedException if there is nothing to dump, a name is wrong, or the schema changed meanwhile
     * @throws TransferFailedException if the database could not be read
     */
    public DumpedDatabase dump(Dump asked, RowsDraft draft) {
        try (Session session = Session.open(dataSource, dialects, options)) {
            String pluginId = asked.pluginId().isEmpty() ? DatabaseName.of(session.connection()) : asked.pluginId();
            HistoryReader reader = new HistoryReader(session.dialect(), session.connection());
            History history = reader.read();
            KnownDocuments known = known(session, reader, history);
            Schema before = session.dialect().introspector().read(session.connection());
            DumpSelection selection = new DumpSelection(session.dialect(), before);
            Set<TableName> excluded = selection.excluded(asked);
            Schema wanted = selection.without(excluded);
            List<String> names =
                    wanted.tables().keySet().stream().map(TableName::toString).toList();
            new Authorization(options)
                    .check(
                            List.of(new Action(Action.Kind.EXPORT, "", names)),
                            session,
                            new ExclusiveWork(dataSource, dialects, options));
            Reading reading = new Reading(session, asked, pluginId, known, excluded, draft);
            read(session, before, wanted, reading);
            List<Problem> notes = new ArrayList<>(reading.notes());
            if (history.installed()) {
                note(session, pluginId, reading.rows.tables(), notes);
            }
            return new DumpedDatabase(pluginId, reading.schema(), draft.rows(reading.rows.tables()), notes);
        } catch (UncheckedIOException e) {
            throw notDumped(Words.of(e.getCause()), e);
        } catch (SQLException e) {
            throw notDumped(Words.of(e), e);
        }
    }

    /** What the documents that were applied say. */
    private KnownDocuments known(Session session, HistoryReader reader, History history) throws SQLException {
        Dialect dialect = session.dialect();
        SchemaState said = new SchemaState(new UnknownSchema(), dialect);
        SensitiveColumns sensitive = new SensitiveColumns(dialect);
        AppliedDocuments.read(reader, history).replay(renderings.apply(session), operation -> {
            said.apply(operation);
            sensitive.accept(operation);
        });
        Set<TableName> made =
                said.tables().stream().map(Table::name).map(dialect::known).collect(Collectors.toSet());
        return new KnownDocuments(said, made, sensitive::of);
    }

    private void read(Session session, Schema before, Schema wanted, Reading reading) throws SQLException {
        new SteadyReading(session, options).run(wanted.tables().keySet(), () -> {
            if (!session.dialect().introspector().read(session.connection()).equals(before)) {
                throw new PlanRefusedException("The database cannot be dumped: somebody changes its schema at this"
                        + " moment. Nothing was written. Try again.");
            }
            reading.run(wanted);
        });
    }

    /** What is done inside of the transaction. For one use. */
    private final class Reading {

        private final Session session;
        private final Dump asked;
        private final String pluginId;
        private final KnownDocuments known;
        private final Set<TableName> excluded;
        private final RowsExport rows;
        private final List<Problem> notes = new ArrayList<>();
        private SchemaDump schema = new SchemaDump(List.of(), List.of(), 0, 0, List.of());

        Reading(
                Session session,
                Dump asked,
                String pluginId,
                KnownDocuments known,
                Set<TableName> excluded,
                RowsDraft draft) {
            this.session = session;
            this.asked = asked;
            this.pluginId = pluginId;
            this.known = known;
            this.excluded = excluded;
            this.rows =
                    new RowsExport(session.dialect(), session.connection(), draft, "rows/", RowFileFormat.JSON_LINES);
        }

        SchemaDump schema() {
            return schema;
        }

        List<Problem> notes() {
            return notes;
        }

        void run(Schema wanted) throws SQLException {
            Dialect dialect = session.dialect();
            List<Dialect> others = dialects.engines().stream()
                    .filter(engine -> !engine.equals(dialect.engine()))
                    .map(engine -> dialects.forEngine(engine, ""))
                    .toList();
            schema = new SchemaDrafter(dialect, session.connection(), others, known, asked.left())
                    .draft(wanted, excluded, pluginId, asked.version().toString());
            notes.addAll(schema.notes());
            if (asked.withRows()) {
                export();
            }
        }

        private void export() throws SQLException {
            Set<String> named = new TreeSet<>(asked.sensitive());
            List<RowsExport.Selected> selected = new ArrayList<>();
            for (Table table : schema.tables()) {
                Set<Name> leftOut = new HashSet<>(known.sensitive().apply(table.name()));
                leftOut.removeIf(column -> named.contains(table.name() + "." + column));
                table.columns().forEach(column -> named.remove(table.name() + "." + column.name()));
                leftOut.forEach(column -> notes.add(new Problem(
                        table.name().toString(), "", 0, 0, "the values of " + column + " stay: it is sensitive")));
                selected.add(new RowsExport.Selected(table.name(), travelling(table), "", leftOut));
            }
            if (!named.isEmpty()) {
                throw new PlanRefusedException("The database cannot be dumped: there is no column "
                        + String.join(", ", named) + " in what is dumped. Nothing was written.");
            }
            SteadyReading reading = new SteadyReading(session, options);
            for (RowsExport.Selected table : ImportOrder.sorted(session.dialect(), selected)) {
                reading.write(rows, table);
            }
        }

        /** Values of the engine's own types as those of the types that other engines get. */
        private Table travelling(Table table) {
            return table.withColumns(table.columns().stream()
                    .map(column -> column.type() instanceof NativeType type
                            ? type.portableOn(List.of())
                                    .filter(portable -> portable != SimpleType.TEXT)
                                    .map(column::withType)
                                    .orElse(column)
                            : column)
                    .toList());
        }
    }

    /** A login that may not write has dumped all the same. */
    private void note(Session session, String pluginId, List<PackagedTable> tables, List<Problem> notes) {
        String detail = "dump: "
                + tables.stream()
                        .map(table -> table.name() + ": " + table.rows())
                        .collect(Collectors.joining("; "));
        try {
            new ExclusiveWork(dataSource, dialects, options)
                    .run(
                            session,
                            options.lockWait(),
                            lock -> new AuditNote(session, options)
                                    .write(List.of(new AuditNote.Line(
                                            Action.Kind.EXPORT.toString(), pluginId, "done", detail))));
        } catch (SQLException | GodwitException e) {
            LOG.log(System.Logger.Level.DEBUG, "a dump is not in the audit trail", e);
            notes.add(new Problem(
                    "godwit_audit", "", 0, 0, "the audit trail does not tell of this dump: " + Words.of(e)));
        }
    }

    private static TransferFailedException notDumped(String why, Exception cause) {
        return new TransferFailedException(
                "The database could not be dumped: " + why + ".\nNothing was written, and nothing was changed.", cause);
    }
}
