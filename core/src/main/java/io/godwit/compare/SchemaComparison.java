package io.godwit.compare;

import io.godwit.compare.Difference.Kind;
import io.godwit.dialect.Feature;
import io.godwit.schema.Name;
import io.godwit.schema.Query;
import io.godwit.schema.Schema;
import io.godwit.schema.Sequence;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sets two schemas beside each other. For one use. */
final class SchemaComparison {

    private final CommonGround ground;
    private final List<Difference> differences = new ArrayList<>();
    private final Set<String> uncompared = new LinkedHashSet<>();

    SchemaComparison(CommonGround ground) {
        this.ground = ground;
    }

    /** What differs, in order of tables, views and sequences by name. */
    List<Difference> between(Schema here, Schema there) {
        Map<String, Table> ours = keyed(here.tables().values(), Table::name);
        Map<String, Table> theirs = keyed(there.tables().values(), Table::name);
        union(ours, theirs).forEach(key -> table(ours.get(key), theirs.get(key)));
        pairs(
                here.views().values().stream().map(this::view).toList(),
                there.views().values().stream().map(this::view).toList());
        pairs(
                here.sequences().values().stream().map(this::sequence).toList(),
                there.sequences().values().stream().map(this::sequence).toList());
        return List.copyOf(differences);
    }

    /** What could not be compared, because only one of the engines knows what it says. */
    List<String> uncompared() {
        return List.copyOf(uncompared);
    }

    /** By what they are found on the other side; by its own name what shares that with another. */
    <T> Map<String, T> keyed(Collection<T> objects, Function<T, TableName> name) {
        Map<String, Long> counts = objects.stream()
                .collect(Collectors.groupingBy(object -> ground.key(name.apply(object)), Collectors.counting()));
        Map<String, T> keyed = new TreeMap<>();
        objects.forEach(object -> {
            String key = ground.key(name.apply(object));
            keyed.put(counts.get(key) == 1 ? key : name.apply(object).toString(), object);
        });
        return keyed;
    }

    private static Set<String> union(Map<String, ?> one, Map<String, ?> other) {
        Set<String> all = new TreeSet<>(one.keySet());
        all.addAll(other.keySet());
        return all;
    }

    private void table(@Nullable Table here, @Nullable Table there) {
        if (here == null || there == null) {
            Table only = here == null ? Objects.requireNonNull(there) : here;
            String words = only.columns().size() + (only.columns().size() == 1 ? " column" : " columns");
            differences.add(new Difference(
                    Kind.TABLE,
                    only.name().toString(),
                    "",
                    "",
                    here == null ? null : words,
                    there == null ? null : words));
            return;
        }
        TableFacts ours = new TableFacts(here, ground);
        TableFacts theirs = new TableFacts(there, ground);
        pair(ours.whole(), theirs.whole());
        order(here, there);
        uncompared.addAll(ours.unsaid());
        uncompared.addAll(theirs.unsaid());
        pairs(ours.parts(), theirs.parts());
    }

    private void pairs(List<SchemaFact> here, List<SchemaFact> there) {
        List<FactPairs.Pair> pairs = new ArrayList<>(new FactPairs(here, there).found(ground.exact()));
        pairs.sort(Comparator.comparing(FactPairs.Pair::kind).thenComparing(FactPairs.Pair::name));
        pairs.forEach(pair -> pair(pair.here(), pair.there()));
    }

    private void pair(@Nullable SchemaFact here, @Nullable SchemaFact there) {
        if (here == null || there == null) {
            SchemaFact only = here == null ? Objects.requireNonNull(there) : here;
            differences.add(new Difference(
                    only.kind(),
                    only.object(),
                    only.part(),
                    "",
                    here == null ? null : only.words(),
                    there == null ? null : only.words()));
            return;
        }
        if (ground.exact() && !here.key().equals(there.key())) {
            difference(here, "name", here.part(), there.part());
        }
        Set<String> attributes = new LinkedHashSet<>(here.details().keySet());
        attributes.addAll(there.details().keySet());
        attributes.forEach(attribute -> detail(here, there, attribute));
    }

    private void detail(SchemaFact here, SchemaFact there, String attribute) {
        Detail one = here.details().get(attribute);
        Detail other = there.details().get(attribute);
        if (one != null && other != null) {
            if (one.text().equals(other.text())) {
                return;
            }
            if (!one.comparable() || !other.comparable()) {
                uncompared.add(attribute + " of " + subject(here));
                return;
            }
        }
        difference(here, attribute, one == null ? null : one.text(), other == null ? null : other.text());
    }

    private static String subject(SchemaFact fact) {
        return fact.part().isEmpty()
                ? fact.kind() + " " + fact.object()
                : fact.kind() + " " + fact.part() + " of " + fact.object();
    }

    private void difference(SchemaFact of, String attribute, @Nullable String here, @Nullable String there) {
        differences.add(new Difference(of.kind(), of.object(), of.part(), attribute, here, there));
    }

    private void order(Table here, Table there) {
        List<String> ours = columns(here);
        List<String> theirs = columns(there);
        ours.retainAll(new HashSet<>(theirs));
        theirs.retainAll(new HashSet<>(ours));
        if (!ours.equals(theirs)) {
            differences.add(new Difference(
                    Kind.TABLE,
                    here.name().toString(),
                    "",
                    "order of columns",
                    String.join(", ", ours),
                    String.join(", ", theirs)));
        }
    }

    private List<String> columns(Table table) {
        return table.columns().stream()
                .map(column -> column.name())
                .map((Name name) -> ground.key(name))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private SchemaFact view(View view) {
        Query query = view.query();
        boolean kept = ground.exact() || ground.bothHave(Feature.MATERIALIZED_VIEWS);
        SchemaFact.Details details = new SchemaFact.Details()
                .when(view.materialized() && kept, "materialized")
                .with("query", new Detail(query.text(), ground.comparable(query.language())));
        if (ground.exact()) {
            view.others().forEach(other -> details.with(other.kind() + " " + other.name(), other.sql()));
        }
        return whole(Kind.VIEW, view.name(), details);
    }

    private SchemaFact sequence(Sequence sequence) {
        SchemaFact.Details details = new SchemaFact.Details()
                .with("start", Long.toString(sequence.start()))
                .with("increment", Long.toString(sequence.increment()));
        return whole(Kind.SEQUENCE, sequence.name(), details);
    }

    private SchemaFact whole(Kind kind, TableName name, SchemaFact.Details details) {
        return new SchemaFact(kind, name.toString(), "", ground.key(name), "", details.map());
    }
}
