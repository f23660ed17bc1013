package io.godwit.archive.dump;

import io.godwit.archive.DumpPart;
import io.godwit.archive.SchemaDump;
import io.godwit.dialect.Dialect;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.CreateSequence;
import io.godwit.operation.CreateTable;
import io.godwit.schema.EngineObject;
import io.godwit.schema.Expression;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.Name;
import io.godwit.schema.NativeType;
import io.godwit.schema.Schema;
import io.godwit.schema.Sequence;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes migrations of a schema: each thing for every engine that takes it, and in the engine's own words where no universal ones say the
 * same. Nothing is left out without a note. For one use, on the thread that owns the connection.
 */
public final class SchemaDrafter {

    private final Dialect dialect;
    private final Connection connection;
    private final KnownDocuments documents;
    private final Set<DumpPart> left;
    private final DumpNotes notes = new DumpNotes();
    private final UniversalWords words;
    private final KnownEngine reading;
    private final DraftedPieces pieces;
    private int indexes;
    private int views;

    /**
     * A drafter for a database.
     *
     * @param dialect its own
     * @param others those of the engines that the package may come to; the database's own engine is none of them
     * @param left what is left out
     */
    public SchemaDrafter(
            Dialect dialect,
            Connection connection,
            List<Dialect> others,
            KnownDocuments documents,
            Set<DumpPart> left) {
        this.dialect = dialect;
        this.connection = connection;
        this.documents = documents;
        this.left = left.isEmpty() ? EnumSet.noneOf(DumpPart.class) : EnumSet.copyOf(left);
        this.reading = new KnownEngine(dialect);
        this.words = new UniversalWords(reading);
        KnownEngine source = new KnownEngine(dialect);
        List<KnownEngine> engines = new ArrayList<>(List.of(source));
        others.forEach(other -> engines.add(new KnownEngine(other)));
        this.pieces = new DraftedPieces(engines, source, notes);
    }

    /**
     * Makes the migrations.
     *
     * @param read what travels, as introspection reads it
     * @param excluded tables that are there and do not travel
     */
    public SchemaDump draft(Schema read, Set<TableName> excluded, String pluginId, String version) throws SQLException {
        Schema portable = dialect.portableWords().schema(connection, read, documents.made(), notes::add);
        NameSpelling spelling = new NameSpelling(portable.tables().values());
        TakenNames taken = new TakenNames(portable);
        Map<String, Table> tables = new LinkedHashMap<>();
        for (Table table : portable.tables().values()) {
            Table spelled = taken.free(spelling.spelled(withoutLinks(table, excluded)));
            tables.put(spelled.name().caseless(), spelled);
            reading.take(new CreateTable(spelled, false));
        }
        needs(portable);
        portable.sequences().values().forEach(this::sequence);
        List<Table> made = tables(tables);
        routines();
        tables.values().forEach(this::indexes);
        views = new ViewDrafts(words, documents, pieces, notes, left).draft(portable, excluded);
        if (!left.contains(DumpPart.FUNCTIONS)) {
            TriggerDrafts triggers = new TriggerDrafts(words, documents, pieces);
            tables.values().forEach(triggers::draft);
        }
        tables.values().forEach(this::others);
        return new SchemaDump(pieces.migrations(pluginId, version), made, views, indexes, notes.all());
    }

    private Table withoutLinks(Table table, Set<TableName> excluded) {
        List<ForeignKey> kept = new ArrayList<>();
        for (ForeignKey key : table.foreignKeys()) {
            if (excluded.stream()
                    .anyMatch(name -> name.caseless().equals(key.table().caseless()))) {
                notes.add(
                        table.name(),
                        "the foreign key " + key.columns() + " is left out: " + key.table() + " does not travel");
            } else {
                kept.add(key);
            }
        }
        return table.withForeignKeys(kept);
    }

    /** Types of the engine's own that tables have. */
    private void needs(Schema portable) throws SQLException {
        Set<String> statements = new LinkedHashSet<>();
        for (Table table : portable.tables().values()) {
            if (table.columns().stream().anyMatch(column -> column.type() instanceof NativeType)) {
                statements.addAll(dialect.definitions().of(connection, table).needs());
            }
        }
        if (!statements.isEmpty()) {
            pieces.needs(List.copyOf(statements));
        }
    }

    private void sequence(Sequence sequence) {
        pieces.optional(
                "sequences", sequence.name().toString(), "the sequence", new CreateSequence(sequence), pieces.all());
    }

    /** Those that others refer to come first, as far as there is no circle. */
    private List<Table> tables(Map<String, Table> tables) {
        List<Table> made = new ArrayList<>();
        List<TableDraft> drafts = new ArrayList<>();
        Set<String> there = new HashSet<>();
        Map<String, Table> waiting = new LinkedHashMap<>(tables);
        while (!waiting.isEmpty()) {
            Table next = waiting.values().stream()
                    .filter(table -> isReady(table, waiting.keySet()))
                    .findFirst()
                    .orElseGet(() -> waiting.values().iterator().next());
            waiting.remove(next.name().caseless());
            TableDraft draft = new TableDraft(next, words, documents, pieces, notes);
            made.add(draft.make(there));
            there.add(next.name().caseless());
            drafts.add(draft);
        }
        drafts.forEach(TableDraft::finish);
        return made;
    }

    private static boolean isReady(Table table, Set<String> waiting) {
        return table.foreignKeys().stream()
                .map(key -> key.table().caseless())
                .noneMatch(target ->
                        waiting.contains(target) && !target.equals(table.name().caseless()));
    }

    private void indexes(Table table) {
        if (left.contains(DumpPart.INDEXES)) {
            return;
        }
        List<Name> names = table.columns().stream().map(column -> column.name()).toList();
        for (Index index : table.indexes()) {
            Index said = documents.index(table.name(), index.name());
            Optional<Index> universal = universal(index, said, table.name(), names);
            String what = "the index " + (index.name() == null ? index.columns() : index.name());
            CreateIndex create = new CreateIndex(table.name(), universal.orElse(index), false, false);
            Set<String> on = universal.isPresent()
                    ? pieces.optional("indexes", table.name().toString(), what, create, pieces.all())
                    : pieces.own(table.name().toString(), what, create);
            indexes += on.isEmpty() ? 0 : 1;
        }
    }

    private Optional<Index> universal(Index index, @Nullable Index said, TableName table, List<Name> names) {
        List<IndexColumn> columns = new ArrayList<>();
        for (int at = 0; at < index.columns().size(); at++) {
            IndexColumn part = index.columns().get(at);
            Expression given = part.expression();
            if (given != null) {
                Expression before = said != null && at < said.columns().size()
                        ? said.columns().get(at).expression()
                        : null;
                Optional<Expression> found = words.expression(given, before, table, names);
                if (found.isEmpty()) {
                    return Optional.empty();
                }
                part = new IndexColumn(null, found.get(), part.descending(), part.nullsFirst());
            }
            columns.add(part);
        }
        Expression where = index.where();
        if (where == null) {
            return Optional.of(index.withColumns(columns));
        }
        return words.condition(where, said == null ? null : said.where(), table, names)
                .map(condition -> index.withColumns(columns).withWhere(condition));
    }

    private void routines() throws SQLException {
        if (!left.contains(DumpPart.FUNCTIONS)) {
            for (EngineObject routine : dialect.portableWords().routines(connection)) {
                pieces.own(routine.name().toString(), "the " + routine.kind(), List.of(routine.sql()));
            }
        }
    }

    /** What no portable record says. */
    private void others(Table table) {
        String of = table.name().toString();
        for (EngineObject other : table.others()) {
            String what = "the " + other.kind() + " " + other.name();
            boolean unwanted = (other.kind().equals("index") && left.contains(DumpPart.INDEXES))
                    || (other.kind().equals("trigger") && left.contains(DumpPart.FUNCTIONS));
            if (other.isOption()) {
                notes.add(of, "the option " + other.name() + " does not travel");
            } else if (!unwanted && Set.of("index", "trigger", "constraint").contains(other.kind())) {
                pieces.own(of, what, List.of(other.sql()));
                indexes += other.kind().equals("index") ? 1 : 0;
            } else if (!unwanted) {
                notes.add(of, what + " does not travel");
            }
        }
    }
}
