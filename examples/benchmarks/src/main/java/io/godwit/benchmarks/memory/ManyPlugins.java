package io.godwit.benchmarks.memory;

import io.godwit.migration.Migration;
import io.godwit.operation.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Plugins that depend on each other by ids and by ranges, in no order, so that they can all be applied. Stateless. */
final class ManyPlugins {

    private static final int MAJORS = 5;
    private static final int MINORS = 5;

    private ManyPlugins() {}

    /**
     * Makes the migrations, 25 of each plugin.
     *
     * @param seed the same gives the same
     */
    static List<Migration> of(int plugins, long seed, Operation operation) {
        Random random = new Random(seed);
        List<Migration> migrations = new ArrayList<>();
        for (int plugin = 0; plugin < plugins; plugin++) {
            for (int major = 1; major <= MAJORS; major++) {
                for (int minor = 0; minor < MINORS; minor++) {
                    migrations.add(Migration.builder(id(plugin, major, minor), "p" + plugin, major + "." + minor + ".0")
                            .dependsOn(dependencies(plugin, major, random))
                            .step("step", operation)
                            .build());
                }
            }
        }
        Collections.shuffle(migrations, random);
        return migrations;
    }

    /** Up to four on plugins before it: a migration of the same major version, or a range that leads there. */
    private static String[] dependencies(int plugin, int major, Random random) {
        return random.ints(plugin == 0 ? 0 : random.nextInt(5), 0, Math.max(1, plugin))
                .mapToObj(other -> dependency(other, major, random))
                .distinct()
                .toArray(String[]::new);
    }

    private static String dependency(int other, int major, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> "p" + other + "@^" + major;
            case 1 -> "p" + other + "@>=" + major + " <" + (major + 1);
            case 2 -> "p" + other + "@>=" + major;
            case 3 -> "p" + other + "@" + major + ".x || " + (major + 7) + ".x";
            case 4 -> "p" + other + "@<" + (major + 1);
            default -> id(other, major, random.nextInt(MINORS));
        };
    }

    private static String id(int plugin, int major, int minor) {
        return "p" + plugin + "-" + major + minor;
    }
}
