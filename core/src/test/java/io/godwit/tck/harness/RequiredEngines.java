package io.godwit.tck.harness;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.opentest4j.TestAbortedException;

/**
 * The engines that must be there: those that the environment variable {@code GODWIT_TEST_REQUIRE} names, separated by commas.
 *
 * @param engines canonical engine names
 */
public record RequiredEngines(Set<String> engines) {

    public RequiredEngines {
        engines = Set.copyOf(engines);
    }

    public static RequiredEngines from(Map<String, String> environment) {
        String names = environment.getOrDefault("GODWIT_TEST_REQUIRE", "");
        return new RequiredEngines(Arrays.stream(names.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet()));
    }

    /** What a test of an engine that cannot be reached throws: a failure if it is required, else an unmet assumption. */
    public Error missing(String engine, String reason) {
        if (engines.contains(engine)) {
            return new AssertionError(engine + " is required by GODWIT_TEST_REQUIRE and cannot be reached: " + reason);
        }
        throw new TestAbortedException(engine + " cannot be reached: " + reason);
    }

    /** The one line that says loudly that an engine's tests do not run. */
    public String loudLine(String engine, String reason) {
        return "!!!!! NO TESTS ON " + engine.toUpperCase(Locale.ROOT) + " !!!!! " + reason;
    }
}
