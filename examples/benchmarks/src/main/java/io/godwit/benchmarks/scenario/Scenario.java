package io.godwit.benchmarks.scenario;

import io.godwit.benchmarks.database.Engine;
import io.godwit.benchmarks.report.Comparison;
import java.util.List;

/** One thing to measure. */
public interface Scenario {

    /** As the command line names it. */
    String name();

    /** Measures it on one engine. */
    List<Comparison> run(Conditions conditions, Engine engine) throws Exception;
}
