package io.godwit.compare;

import io.godwit.compare.ComparedMigration.Standing;
import io.godwit.dialect.SchemaState;
import io.godwit.failure.GodwitException;
import io.godwit.history.AppliedMigration;
import io.godwit.migration.Migration;
import io.godwit.operation.Operation;
import io.godwit.plan.LiveSchema;
import io.godwit.plan.PluginDefinitions;
import io.godwit.plan.Touch;
import io.godwit.plan.Touches;
import io.godwit.schema.Schema;
import io.godwit.schema.Sequence;
import io.godwit.schema.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds which differences come from migrations that are not on both sides: those that go away when what only one side has is done to what is known of
 * the other, on paper. For one use, inside one moment of both.
 */
final class Explanation {

    private static final System.Logger LOG = System.getLogger(Explanation.class.getName());

    private final CommonGround ground;
    private final ComparedScope scope;
    private final Side here;
    private final Side there;
    private final Map<String, Set<String>> touched = new LinkedHashMap<>();

    Explanation(CommonGround ground, ComparedScope scope, Side here, Side there) {
        this.ground = ground;
        this.scope = scope;
        this.here = here;
        this.there = there;
    }

    /** The same differences, each with the migrations that make it. */
    List<Difference> of(List<Difference> differences, List<ComparedMigration> migrations) {
        List<Migration> ours = documents(here, migrations, Standing.ONLY_HERE);
        List<Migration> theirs = documents(there, migrations, Standing.ONLY_THERE);
        List<Migration> unlike = new ArrayList<>();
        for (Standing standing : List.of(Standing.OTHER_CONTENT, Standing.NOT_WHOLE)) {
            unlike.addAll(documents(here, migrations, standing));
            unlike.addAll(documents(there, migrations, standing));
        }
        if (differences.isEmpty() || (ours.isEmpty() && theirs.isEmpty() && unlike.isEmpty())) {
            return differences;
        }
        Stream.of(ours, theirs, unlike).flatMap(List::stream).forEach(this::look);
        Set<String> edited = unlike.stream().map(Migration::id).collect(Collectors.toSet());
        Set<String> before = subjects(scope.of(here.schema()), scope.of(there.schema()));
        Set<String> after = subjects(after(here, theirs, there), after(there, ours, here));
        return differences.stream()
                .map(difference -> difference.explainedBy(makers(difference, before, after, edited)))
                .toList();
    }

    private List<String> makers(Difference difference, Set<String> before, Set<String> after, Set<String> edited) {
        String subject = subject(difference);
        Set<String> makers = touched.getOrDefault(key(difference.object()), Set.of());
        boolean stays = before.contains(subject) && after.contains(subject);
        return makers.stream().filter(id -> !stays || edited.contains(id)).toList();
    }

    private static List<Migration> documents(Side side, List<ComparedMigration> migrations, Standing standing) {
        Set<String> ids = migrations.stream()
                .filter(migration -> migration.standing() == standing)
                .map(ComparedMigration::migrationId)
                .collect(Collectors.toSet());
        return side.documents(side.recorded().stream()
                .map(AppliedMigration::migrationId)
                .filter(ids::contains)
                .toList());
    }

    /** Its operations alone: what an earlier migration defined for it, such as a domain, changes no table's name. */
    private void look(Migration migration) {
        PluginDefinitions.replay(List.of(migration), here.rendering(), operation -> {
            for (Touch touch : Touches.of(operation).all()) {
                Stream.of(touch.name(), touch.table(), touch.to())
                        .filter(name -> !name.isEmpty())
                        .forEach(name -> touched.computeIfAbsent(key(name), none -> new TreeSet<>())
                                .add(migration.id()));
            }
        });
    }

    private String key(String object) {
        try {
            return ground.key(TableName.parse(object));
        } catch (IllegalArgumentException noTable) {
            return object;
        }
    }

    private Set<String> subjects(Schema ours, Schema theirs) {
        return new SchemaComparison(ground.foretold())
                .between(ours, theirs).stream().map(this::subject).collect(Collectors.toCollection(HashSet::new));
    }

    private String subject(Difference difference) {
        return String.join(
                "\n",
                difference.kind().name(),
                key(difference.object()),
                difference.part().toLowerCase(Locale.ROOT),
                difference.attribute());
    }

    /** What a side would be with the migrations of the other. */
    private Schema after(Side side, List<Migration> migrations, Side other) {
        SchemaState state = new SchemaState(
                new LiveSchema(side.dialect().introspector(), side.session().connection()), side.dialect());
        PluginDefinitions.replay(migrations, side.rendering(), operation -> apply(operation, state));
        List<Sequence> sequences = Stream.of(side, other)
                .flatMap(one -> one.schema().sequences().keySet().stream())
                .map(name -> state.sequence(name).orElse(null))
                .filter(Objects::nonNull)
                .toList();
        Map<TableName, Sequence> named = new TreeMap<>();
        sequences.forEach(sequence -> named.put(sequence.name(), sequence));
        return scope.of(Schema.of(state.tables(), state.views(), named.values()));
    }

    /** On a database that is not what the history says, an operation may find nothing to change. */
    private static void apply(Operation operation, SchemaState state) {
        try {
            state.apply(operation);
        } catch (IllegalArgumentException | GodwitException e) {
            LOG.log(System.Logger.Level.DEBUG, "an operation that does not fit: " + operation, e);
        }
    }
}
