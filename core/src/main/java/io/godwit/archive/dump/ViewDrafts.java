package io.godwit.archive.dump;

import io.godwit.archive.DumpPart;
import io.godwit.dialect.IdentifierText;
import io.godwit.operation.CreateView;
import io.godwit.schema.Name;
import io.godwit.schema.Query;
import io.godwit.schema.Schema;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes views again, those that others read first. For one use. */
final class ViewDrafts {

    private final UniversalWords words;
    private final KnownDocuments documents;
    private final DraftedPieces pieces;
    private final DumpNotes notes;
    private final boolean unwanted;
    private final Map<TableName, Set<String>> made = new LinkedHashMap<>();

    ViewDrafts(
            UniversalWords words, KnownDocuments documents, DraftedPieces pieces, DumpNotes notes, Set<DumpPart> left) {
        this.words = words;
        this.documents = documents;
        this.pieces = pieces;
        this.notes = notes;
        this.unwanted = left.contains(DumpPart.VIEWS);
    }

    /** Makes all that there are, but those that read a table that does not travel; tells how many. */
    int draft(Schema schema, Set<TableName> excluded) {
        if (unwanted) {
            return 0;
        }
        Set<Name> names = new HashSet<>();
        for (Table table : schema.tables().values()) {
            names.add(table.name().name());
            table.columns().forEach(column -> names.add(column.name()));
        }
        schema.views().keySet().forEach(name -> names.add(name.name()));
        Set<TableName> gone = new HashSet<>(excluded);
        for (View view : ordered(schema.views().values())) {
            draft(view, names, gone);
        }
        return (int) made.values().stream().filter(on -> !on.isEmpty()).count();
    }

    private void draft(View view, Set<Name> names, Set<TableName> gone) {
        String of = view.name().toString();
        Optional<TableName> missing =
                gone.stream().filter(name -> reads(view, name)).findFirst();
        if (missing.isPresent()) {
            notes.add(of, "the view is left out: it reads " + missing.get() + ", which does not travel");
            gone.add(view.name());
            return;
        }
        if (!view.others().isEmpty()) {
            notes.add(of, "what belongs to the view, such as privileges and triggers, does not travel");
        }
        Query said = documents.view(view.name()).map(View::query).orElse(null);
        Optional<Query> universal = words.query(view.query(), said, names);
        CreateView create =
                new CreateView(new View(view.name(), universal.orElse(view.query()), view.materialized()), false);
        Set<String> on = universal.isPresent()
                ? pieces.optional("views", of, "the view", create, readable(view))
                : pieces.own(of, "the view", create);
        made.put(view.name(), on);
        if (on.isEmpty()) {
            gone.add(view.name());
        }
    }

    /** The engines that have all views that this one reads. */
    private Set<String> readable(View view) {
        Set<String> engines = new HashSet<>(pieces.all());
        made.forEach((name, on) -> {
            if (reads(view, name)) {
                engines.retainAll(on);
            }
        });
        return engines;
    }

    private static List<View> ordered(Collection<View> views) {
        List<View> waiting = new ArrayList<>(views);
        List<View> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            View next = waiting.stream()
                    .filter(view -> waiting.stream()
                            .noneMatch(other -> !other.name().equals(view.name()) && reads(view, other.name())))
                    .findFirst()
                    .orElse(waiting.get(0));
            waiting.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private static boolean reads(View view, TableName name) {
        IdentifierText text = new IdentifierText(view.query().text().toLowerCase(Locale.ROOT));
        return text.mentions(Name.of(name.folded().caseless()))
                || text.mentions(Name.of(name.name().caseless()));
    }
}
