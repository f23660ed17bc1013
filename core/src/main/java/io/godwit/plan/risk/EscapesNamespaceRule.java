package io.godwit.plan.risk;

import io.godwit.migration.Dependency;
import io.godwit.migration.Migration;
import io.godwit.plan.RowTarget;
import io.godwit.plan.Severity;
import io.godwit.plan.Touched;
import io.godwit.schema.TableName;
import java.util.Optional;
import java.util.stream.Stream;

/** A migration touches what another plugin makes, or SQL text reaches out of the database. */
final class EscapesNamespaceRule extends Rule {

    EscapesNamespaceRule() {
        super(new RuleText(
                "escapes-namespace",
                Severity.HIGH,
                "A migration touches what another plugin makes, or SQL text reaches out of the database.",
                "Two plugins that do not know each other change one object, or a package does what it has no business with.",
                "declare the dependency, and ask the host for a grant"));
    }

    @Override
    Optional<Risk> look(Change change) {

        return Stream.concat(Touched.by(change.operation()).stream(), RowTarget.of(change.operation()).stream())
                .map(table -> stranger(change, table))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Risk> stranger(Change change, TableName table) {
        String plugin = change.migration().pluginId();
        return change.tables()
                .maker(table)
                .filter(maker -> !maker.equals(plugin) && !dependsOn(change.migration(), maker))
                .map(maker -> risk(
                        Severity.MEDIUM,
                        "plugin " + plugin + " changes table " + table + ", which plugin " + maker + " makes"));
    }

    /** On the plugin itself, or on something that is called after it: which migrations it has is the planner's business. */
    private static boolean dependsOn(Migration migration, String plugin) {
        return migration.dependencies().stream()
                .map(Dependency::target)
                .anyMatch(target -> target.equals(plugin) || target.startsWith(plugin + "-"));
    }
}
