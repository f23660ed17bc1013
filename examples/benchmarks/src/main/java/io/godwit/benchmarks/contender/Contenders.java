package io.godwit.benchmarks.contender;

import java.util.List;

/** All that there are, by name; a process that asks for one loads the classes of that one only. */
public final class Contenders {

    /** The one that all others are compared with. */
    public static final String BASELINE = "plain loop";

    /** Godwit with one transaction over all migrations of a run. */
    public static final String ONE_TRANSACTION = "godwit, one transaction";

    /** One transaction a migration, as they come. */
    public static final List<String> STANDARD = List.of(BASELINE, "godwit", "flyway", "liquibase");

    /** Those of them that can take migrations back. */
    public static final List<String> UNDOING = List.of(BASELINE, "godwit", "liquibase");

    private Contenders() {}

    /**
     * Finds one.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Contender named(String name) {
        return switch (name) {
            case BASELINE -> new PlainLoop();
            case "godwit" -> new GodwitContender();
            case ONE_TRANSACTION -> new OneTransactionGodwit();
            case "flyway" -> new FlywayContender();
            case "liquibase" -> new LiquibaseContender();
            default -> throw new IllegalArgumentException("no contender '" + name + "'; there are " + STANDARD);
        };
    }
}
