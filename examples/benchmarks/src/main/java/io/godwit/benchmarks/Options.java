package io.godwit.benchmarks;

import io.godwit.benchmarks.database.Engines;
import io.godwit.benchmarks.scenario.Conditions;
import io.godwit.benchmarks.scenario.Scenario;
import io.godwit.benchmarks.scenario.Scenarios;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/** What the command line asks for. */
final class Options {

    private static final String USAGE = """
            usage: examples/benchmarks/run [scenario…] [option…]

            Scenarios: %s; all of them unless named.
            And in-memory, which runs JMH on reading, rendering and resolving, with JMH's own options;
            and faults, which counts what faults do to runs, with options of its own.
              --engine NAME       sqlite, postgresql, mysql or mariadb, may be repeated; all unless said
              --contender NAME    beside the plain loop, may be repeated; all unless said
              --rounds N          counted rounds (5)
              --warmups N         rounds before them (2)
              --share PERCENT     of each scenario's number of migrations (100)
              --jvm-flag FLAG     for the fresh processes, may be repeated
              --json FILE         where the figures go
            """;

    private final List<Scenario> scenarios = new ArrayList<>();
    private final List<String> engines = new ArrayList<>();
    private final List<String> contenders = new ArrayList<>();
    private final List<String> jvmFlags = new ArrayList<>();
    private int rounds = 5;
    private int warmups = 2;
    private int share = 100;
    private Path json = Path.of("target", "benchmarks.json");

    private Options() {}

    /** How to ask. */
    static String usage() {
        return USAGE.formatted(Scenarios.all().stream().map(Scenario::name).collect(Collectors.joining(", ")));
    }

    /** @throws IllegalArgumentException if the words make no sense */
    static Options parse(String... words) {
        Options options = new Options();
        Iterator<String> rest = List.of(words).iterator();
        while (rest.hasNext()) {
            options.take(rest.next(), rest);
        }
        return options;
    }

    private void take(String word, Iterator<String> rest) {
        if (!word.startsWith("--")) {
            scenarios.add(Scenarios.named(word));
            return;
        }
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(word + " needs a value");
        }
        String value = rest.next();
        switch (word) {
            case "--engine" -> engines.add(value);
            case "--contender" -> contenders.add(value);
            case "--jvm-flag" -> jvmFlags.add(value);
            case "--rounds" -> rounds = Integer.parseInt(value);
            case "--warmups" -> warmups = Integer.parseInt(value);
            case "--share" -> share = Integer.parseInt(value);
            case "--json" -> json = Path.of(value);
            default -> throw new IllegalArgumentException("no option '" + word + "'");
        }
    }

    List<Scenario> scenarios() {
        return scenarios.isEmpty() ? Scenarios.all() : List.copyOf(scenarios);
    }

    List<String> engines() {
        return engines.isEmpty() ? Engines.NAMES : List.copyOf(engines);
    }

    Path json() {
        return json;
    }

    Conditions conditions(Path folder) {
        return new Conditions(share, warmups, rounds, contenders, jvmFlags, folder);
    }
}
