package io.godwit.history;

import io.godwit.migration.Dependency;
import io.godwit.migration.Migration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a migration needs and what it must not meet; the history keeps it beside the document, so that planning reads no
 * documents of what is applied already.
 *
 * @param dependencies what must be applied with it
 * @param conflicts what must never be applied beside it
 */
public record Relations(List<Dependency> dependencies, List<Dependency> conflicts) {

    private static final String NEEDS = "needs ";
    private static final String NOT = "not ";

    public Relations {
        dependencies = List.copyOf(dependencies);
        conflicts = List.copyOf(conflicts);
    }

    public static Relations of(Migration migration) {
        return new Relations(migration.dependencies(), migration.conflicts());
    }

    static Relations parse(String text) {
        List<Dependency> dependencies = new ArrayList<>();
        List<Dependency> conflicts = new ArrayList<>();
        text.lines().forEach(line -> {
            if (line.startsWith(NEEDS)) {
                dependencies.add(Dependency.parse(line.substring(NEEDS.length())));
            } else if (line.startsWith(NOT)) {
                conflicts.add(Dependency.parse(line.substring(NOT.length())));
            } else {
                throw new IllegalArgumentException("'" + line + "' is no relation");
            }
        });
        return new Relations(dependencies, conflicts);
    }

    /** One line each. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        dependencies.forEach(dependency -> text.append(NEEDS).append(dependency).append('\n'));
        conflicts.forEach(conflict -> text.append(NOT).append(conflict).append('\n'));
        return text.toString();
    }
}
