package io.godwit.benchmarks.fault;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * What the command line asks for. Immutable.
 *
 * @param engines on which
 * @param faults which
 * @param acts what runs are doing
 * @param crowds how many processes at once; 0 for none
 * @param rounds how often each
 * @param seed of what chance chooses
 * @param place where databases and logs go
 */
record FaultOptions(
        List<String> engines,
        List<Fault> faults,
        List<Host.Act> acts,
        List<Integer> crowds,
        int rounds,
        long seed,
        Path place) {

    static final String USAGE = """
            usage: examples/benchmarks/run faults [option…]
              --engine NAME       sqlite, postgresql, mysql or mariadb, may be repeated; all unless said
              --fault NAME        %s, may be repeated; all unless said
              --act NAME          %s, may be repeated; all unless said
              --crowd N           processes at once on an empty database, may be repeated (2, 8 and 32); 0 for none
              --rounds N          runs of each (20); a tenth of it for crowds
              --seed N            of the moments that chance chooses (1)
              --folder PATH       where databases and logs go; deviations stay there
            """.formatted(
                    Arrays.toString(Fault.values()).toLowerCase(Locale.ROOT),
                    Arrays.toString(Host.Act.values()).toLowerCase(Locale.ROOT));

    FaultOptions {
        engines = List.copyOf(engines);
        faults = List.copyOf(faults);
        acts = List.copyOf(acts);
        crowds = List.copyOf(crowds);
    }

    /** @throws IllegalArgumentException if the words make no sense */
    static FaultOptions parse(String... words) {
        List<String> engines = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        List<Host.Act> acts = new ArrayList<>();
        List<Integer> crowds = new ArrayList<>();
        int rounds = 20;
        long seed = 1;
        Path place = Path.of(System.getProperty("java.io.tmpdir"), "godwit-faults");
        Iterator<String> rest = List.of(words).iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            String value = rest.hasNext() ? rest.next() : "";
            switch (word) {
                case "--engine" -> engines.add(value);
                case "--fault" -> faults.add(Fault.valueOf(value.toUpperCase(Locale.ROOT)));
                case "--act" -> acts.add(Host.Act.valueOf(value.toUpperCase(Locale.ROOT)));
                case "--crowd" -> crowds.add(Integer.valueOf(value));
                case "--rounds" -> rounds = Integer.parseInt(value);
                case "--seed" -> seed = Long.parseLong(value);
                case "--folder" -> place = Path.of(value);
                default -> throw new IllegalArgumentException("no option '" + word + "'");
            }
        }
        return new FaultOptions(
                engines.isEmpty() ? FaultServer.NAMES : engines,
                faults.isEmpty() ? List.of(Fault.values()) : faults,
                acts.isEmpty() ? List.of(Host.Act.values()) : acts,
                crowds.isEmpty() ? List.of(2, 8, 32) : crowds,
                rounds,
                seed,
                place);
    }
}
