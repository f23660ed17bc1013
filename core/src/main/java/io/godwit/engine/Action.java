package io.godwit.engine;

import io.godwit.plan.Direction;
import io.godwit.plan.Handling;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Something that is about to change a database, for an {@link Authorizer} to judge. Immutable.
 *
 * @param kind what is done
 * @param pluginId to which plugin
 * @param subjects with what of it: ids of migrations, in the order in which they would run; or what is handed over
 */
public record Action(Kind kind, String pluginId, List<String> subjects) {

    /** What is done. Kinds are added, never taken away: an authorizer denies those that it does not know. */
    public enum Kind {
        /** Migrations are applied. */
        MIGRATE,
        /** What was kept of an uninstalled plugin is taken over by its next install. */
        ADOPT,
        /** Migrations are taken back. */
        ROLLBACK,
        /** A plugin is taken out, with what it made or without. */
        UNINSTALL,
        /** A thing of the database is handed over to another plugin: asked for both of them. */
        TRANSFER,
        /** Rows are written into the host's backup store on request; of all plugins, if the plugin is empty. */
        BACKUP,
        /** What a run does not get over by itself is repaired in a way that a person chose. */
        REPAIR,
        /** Tables, and what the history says of their plugin, become what a backup holds: the subject is its name. */
        RESTORE,
        /** Rows leave the database in a file: the subjects are the tables; the plugin is empty if they were asked for by name. */
        EXPORT,
        /** Rows of a file come into tables: the subjects are the tables. */
        IMPORT;

        /** As the audit trail says it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Action {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(pluginId, "pluginId");
        subjects = List.copyOf(subjects);
    }

    /** What a plan would do, by kind and plugin, in the order in which it begins. */
    static List<Action> of(Plan plan) {
        Map<Action, List<String>> subjects = new LinkedHashMap<>();
        for (MigrationPlan migration : plan.migrations()) {
            Action action =
                    new Action(kind(plan, migration), migration.migration().pluginId(), List.of());
            subjects.computeIfAbsent(action, any -> new ArrayList<>()).add(migration.id());
        }
        return subjects.entrySet().stream()
                .map(entry -> new Action(entry.getKey().kind(), entry.getKey().pluginId(), entry.getValue()))
                .toList();
    }

    private static Kind kind(Plan plan, MigrationPlan migration) {
        if (migration.direction() == Direction.UP) {
            return migration.handling() == Handling.ADOPT ? Kind.ADOPT : Kind.MIGRATE;
        }
        return plan.uninstalls() ? Kind.UNINSTALL : Kind.ROLLBACK;
    }

    /** Such as {@code migrate crm (crm-1, crm-2)}. */
    @Override
    public String toString() {
        return kind + " " + pluginId + " (" + String.join(", ", subjects) + ")";
    }
}
