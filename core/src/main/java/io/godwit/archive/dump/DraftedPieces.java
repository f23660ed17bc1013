package io.godwit.archive.dump;

import io.godwit.dialect.Dialect;
import io.godwit.migration.Migration;
import io.godwit.migration.MigrationBuilder;
import io.godwit.migration.OnOtherEngines;
import io.godwit.operation.EngineSql;
import io.godwit.operation.Operation;
import io.godwit.operation.Sql;
import io.godwit.operation.SqlSource;
import io.godwit.operation.SqlStatements;
import io.godwit.schema.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts operations into the migration for the engines that take them. For one thread. */
final class DraftedPieces {

    private final List<KnownEngine> engines;
    private final KnownEngine source;
    private final DumpNotes notes;
    private final Map<String, List<Operation>> everywhere = new LinkedHashMap<>();
    private final Map<Set<String>, List<Operation>> somewhere = new LinkedHashMap<>();

    /** @param source one of {@code engines} */
    DraftedPieces(List<KnownEngine> engines, KnownEngine source, DumpNotes notes) {
        this.engines = List.copyOf(engines);
        this.source = source;
        this.notes = notes;
    }

    /** What no other thing can do without: an engine that refuses it does not take the package at all. */
    void required(String step, String of, Operation operation) {
        for (KnownEngine engine : engines) {
            engine.refusal(operation)
                    .ifPresent(why -> notes.add(
                            of, "cannot be made on " + engine.dialect().engine() + ": " + why));
            engine.take(operation);
        }
        everywhere.computeIfAbsent(step, none -> new ArrayList<>()).add(operation);
    }

    /** How many engines refuse an operation. */
    long refusals(Operation operation) {
        return engines.stream()
                .filter(engine -> engine.refusal(operation).isPresent())
                .count();
    }

    /**
     * What an engine may do without.
     *
     * @param what it is, for people
     * @param others the engines that it can be on because of what it needs
     * @return the engines that get it
     */
    Set<String> optional(String step, String of, String what, Operation operation, Set<String> others) {
        Set<String> taking = new LinkedHashSet<>();
        Map<String, String> refused = new LinkedHashMap<>();
        for (KnownEngine engine : engines) {
            String name = engine.dialect().engine();
            Optional<String> why =
                    others.contains(name) ? engine.refusal(operation) : Optional.of("what it needs is not there");
            if (why.isEmpty()) {
                taking.add(name);
            } else {
                refused.put(name, why.get());
            }
        }
        taking.removeIf(name -> meansAnother(name, taking));
        engines.stream()
                .filter(engine -> taking.contains(engine.dialect().engine()))
                .forEach(engine -> engine.take(operation));
        if (taking.size() == engines.size()) {
            everywhere.computeIfAbsent(step, none -> new ArrayList<>()).add(operation);
        } else if (!taking.isEmpty()) {
            somewhere.computeIfAbsent(taking, none -> new ArrayList<>()).add(operation);
        }
        if (!refused.isEmpty()) {
            notes.add(
                    of,
                    what
                            + (taking.isEmpty() ? " does not travel: " : " travels only to " + names(taking) + ": ")
                            + refused.entrySet().stream()
                                    .map(entry -> entry.getKey() + ": " + entry.getValue())
                                    .collect(Collectors.joining("; ")));
        }
        return taking;
    }

    /** {@code mysql} would mean MariaDB too, which does not take it. */
    private boolean meansAnother(String name, Set<String> taking) {
        return engines.stream()
                .map(KnownEngine::dialect)
                .anyMatch(other -> other.keys().contains(name) && !taking.contains(other.engine()));
    }

    /** Every engine that is known. */
    Set<String> all() {
        return engines.stream().map(engine -> engine.dialect().engine()).collect(Collectors.toSet());
    }

    /** The engine's own words for an operation, if one statement says it; only where it comes from. */
    Set<String> own(String of, String what, Operation operation) {
        List<String> statements = List.of();
        try {
            statements = source.statements(operation);
        } catch (RuntimeException refused) {
            notes.add(of, what + " does not travel: " + refused.getMessage());
            return Set.of();
        }
        if (statements.size() != 1) {
            notes.add(
                    of,
                    what + " does not travel: it is said in " + engine() + "'s own words, in a place where no"
                            + " document can say it");
            return Set.of();
        }
        own(of, what, statements);
        return Set.of(engine());
    }

    /** Statements that only the engine where they come from understands. */
    void own(String of, String what, List<String> statements) {
        somewhere.computeIfAbsent(Set.of(engine()), none -> new ArrayList<>()).add(new Sql(words(statements, false)));
        notes.add(of, what + " is in " + engine() + "'s own words, and travels to no other engine");
    }

    /** What only the engine where they come from needs before its tables. */
    void needs(List<String> statements) {
        everywhere.computeIfAbsent("types", none -> new ArrayList<>()).add(new Sql(words(statements, true)));
    }

    private EngineSql words(List<String> statements, boolean nothingElsewhere) {
        Map<String, SqlSource> texts = new LinkedHashMap<>();
        texts.put(engine(), new SqlStatements(statements, Position.NONE));
        engines.stream()
                .map(KnownEngine::dialect)
                .filter(other ->
                        !other.engine().equals(engine()) && other.keys().contains(engine()))
                .forEach(other -> texts.put(other.engine(), new SqlStatements(List.of(), Position.NONE)));
        if (nothingElsewhere) {
            texts.put(EngineSql.UNIVERSAL, new SqlStatements(List.of(), Position.NONE));
        }
        return new EngineSql(texts);
    }

    private String engine() {
        Dialect dialect = source.dialect();
        return dialect.engine();
    }

    static String names(Set<String> engines) {
        return engines.stream().sorted().collect(Collectors.joining(", "));
    }

    /** All of it; what is for some engines follows what is for all. */
    List<Migration> migrations(String pluginId, String version) {
        List<Migration> migrations = new ArrayList<>();
        if (!everywhere.isEmpty()) {
            MigrationBuilder first = builder(pluginId, version, 1, "Schema");
            everywhere.forEach((step, operations) -> first.step(step, operations.toArray(Operation[]::new)));
            migrations.add(first.build());
        }
        somewhere.forEach((names, operations) ->
                migrations.add(builder(pluginId, version, migrations.size() + 1, "Schema on " + names(names))
                        .databaseEngines(names.stream().sorted().toArray(String[]::new))
                        .onOtherEngines(OnOtherEngines.SKIP)
                        .step("schema", operations.toArray(Operation[]::new))
                        .build()));
        return migrations;
    }

    private static MigrationBuilder builder(String pluginId, String version, int number, String name) {
        return Migration.builder(String.format(Locale.ROOT, "%s-%s-%04d", pluginId, version, number), pluginId, version)
                .name(name);
    }
}
