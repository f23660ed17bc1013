package io.godwit.benchmarks.scenario;

import java.util.List;

/** All that can be measured. */
public final class Scenarios {

    private static final List<Scenario> ALL = List.of(
            new Apply(),
            new ApplyOneTransaction(),
            new Scaling(),
            new NoOp(),
            new FreshProcess(),
            new Rollback(),
            new Load(),
            new Packages(),
            new Transforms(),
            new RowsOut(),
            new RowsIn());

    private Scenarios() {}

    /** In the order in which they run. */
    public static List<Scenario> all() {
        return ALL;
    }

    /**
     * Finds one.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Scenario named(String name) {
        return ALL.stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no scenario '" + name + "'; there are "
                        + ALL.stream().map(Scenario::name).toList()));
    }
}
