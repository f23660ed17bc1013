package io.godwit.archive.build;

import java.util.List;
import java.util.Objects;

/**
 * An entry of a package's dependencies or conflicts. Immutable.
 *
 * @param entry as documents write it
 * @param migrations who has it, by id
 * @param from where it is found: {@code package}, {@code base}, {@code set}, {@code plugins}, {@code out-of-range} or {@code missing}
 * @param by the files of the set that meet it
 */
public record BuildNeed(String entry, List<String> migrations, String from, List<String> by) {

    static final String OWN = "package";
    static final String BASE = "base";
    static final String SET = "set";
    static final String HOST = "plugins";
    static final String OUT_OF_RANGE = "out-of-range";
    static final String MISSING = "missing";

    public BuildNeed {
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(from, "from");
        migrations = List.copyOf(migrations);
        by = List.copyOf(by);
    }
}
