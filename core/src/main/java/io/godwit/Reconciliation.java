package io.godwit;

import io.godwit.compare.ComparedMigration;
import io.godwit.compare.ComparedMigration.Standing;
import io.godwit.compare.Comparison;
import io.godwit.compare.Way;
import io.godwit.engine.Session;
import io.godwit.failure.GodwitException;
import io.godwit.format.MigrationDocument;
import io.godwit.format.MigrationReader;
import io.godwit.format.PluginSource;
import io.godwit.history.AppliedMigration;
import io.godwit.history.History;
import io.godwit.history.HistoryReader;
import io.godwit.migration.Migration;
import io.godwit.plan.RollbackTarget;
import io.godwit.plan.UpgradeTarget;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds what would bring the migrations of one database to those of another: first what only it has is taken back, then what it lacks is applied, of
 * the documents that the other's history keeps. Changes nothing. For the thread that owns the sessions.
 */
final class Reconciliation {

    private final Planning planning;
    private final Session here;
    private final Session there;

    Reconciliation(Planning planning, Session here, Session there) {
        this.planning = planning;
        this.here = here;
        this.there = there;
    }

    /** In the order in which they are to be gone; empty if no migration is on one side only. */
    List<Way> of(Comparison comparison) throws SQLException {
        List<Way> ways = new ArrayList<>();
        Set<String> tooMany = ids(comparison, Standing.ONLY_THERE);
        if (!tooMany.isEmpty()) {
            ways.addAll(rollbacks(reader(there).read(), tooMany));
        }
        Set<String> missing = ids(comparison, Standing.ONLY_HERE);
        if (!missing.isEmpty()) {
            Set<String> known = new LinkedHashSet<>(ids(comparison, Standing.SAME));
            known.addAll(missing);
            ways.add(upgrade(missing, known));
        }
        return ways;
    }

    private static Set<String> ids(Comparison comparison, Standing standing) {
        return comparison.migrations().stream()
                .filter(migration -> migration.standing() == standing && isApplied(migration))
                .map(ComparedMigration::migrationId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean isApplied(ComparedMigration migration) {
        ComparedMigration.Recorded recorded = migration.here() == null ? migration.there() : migration.here();
        return recorded != null && recorded.isWhole();
    }

    private static HistoryReader reader(Session session) {
        return new HistoryReader(session.dialect(), session.connection());
    }

    /** Of each plugin; what was applied last goes first. */
    private List<Way> rollbacks(History history, Set<String> ids) {
        List<String> plugins = new ArrayList<>(new LinkedHashSet<>(history.applied().stream()
                .filter(migration -> ids.contains(migration.migrationId()))
                .map(AppliedMigration::pluginId)
                .toList()));
        Collections.reverse(plugins);
        return plugins.stream()
                .map(plugin -> rollback(plugin, history.ofPlugin(plugin), ids))
                .toList();
    }

    private Way rollback(String plugin, List<AppliedMigration> applied, Set<String> ids) {
        List<String> order = applied.stream().map(AppliedMigration::migrationId).toList();
        String first = order.stream().filter(ids::contains).findFirst().orElseThrow();
        List<String> going = order.subList(order.indexOf(first), order.size());
        String kept = going.stream().filter(id -> !ids.contains(id)).findFirst().orElse(null);
        if (kept != null) {
            return new Way(
                    Way.Kind.ROLLBACK,
                    List.of(),
                    null,
                    "No rollback takes " + first + " back alone: " + kept + ", which both have, was applied after it.");
        }
        String target = going.size() == order.size()
                ? "--steps " + going.size()
                : "--to-migration " + order.get(order.size() - going.size() - 1);
        return planned(
                Way.Kind.ROLLBACK,
                List.of("rollback --plugin " + plugin + " " + target),
                planning,
                SourcePlanner.down(plugin, RollbackTarget.steps(going.size())));
    }

    /** @param known what is given: it is not said of what both have that nobody has it any more */
    private Way upgrade(Set<String> missing, Set<String> known) throws SQLException {
        List<Migration> migrations = new ArrayList<>();
        try {
            Map<String, String> documents = reader(here).documents(List.copyOf(known));
            for (String id : known) {
                migrations.add(MigrationReader.ofHistory().read(id, documents.getOrDefault(id, "")));
            }
        } catch (GodwitException unreadable) {
            return new Way(Way.Kind.MIGRATE, List.of(), null, String.valueOf(unreadable.getMessage()));
        }
        Map<String, Migration> last = new LinkedHashMap<>();
        migrations.stream()
                .filter(migration -> missing.contains(migration.id()))
                .forEach(migration -> last.merge(
                        migration.pluginId(),
                        migration,
                        (one, other) -> one.version().compareTo(other.version()) > 0 ? one : other));
        List<String> commands = last.values().stream()
                .map(migration -> "migrate --plugin " + migration.pluginId() + "@" + migration.version())
                .toList();
        Way way = planned(
                Way.Kind.MIGRATE,
                commands,
                planning.withSources(List.of(PluginSource.of(migrations))),
                SourcePlanner.up(UpgradeTarget.ALL));
        return way.plan() != null ? way : withFiles(way, commands, missing, known);
    }

    /** A history does not keep the files that a document names; the host's folders may have them. */
    private Way withFiles(Way way, List<String> commands, Set<String> missing, Set<String> known) {
        try {
            List<MigrationDocument> given = planning.documents().stream()
                    .filter(document -> known.contains(document.read().id()))
                    .toList();
            boolean whole = given.stream()
                    .map(document -> document.read().id())
                    .collect(Collectors.toSet())
                    .containsAll(missing);
            if (!whole) {
                return way;
            }
            Way other = planned(
                    Way.Kind.MIGRATE,
                    commands,
                    planning.withSources(List.of(() -> given)),
                    SourcePlanner.up(UpgradeTarget.ALL));
            return other.plan() == null ? way : other;
        } catch (GodwitException unreadable) {
            return way;
        }
    }

    private Way planned(Way.Kind kind, List<String> commands, Planning sources, SourcePlanner.Way way) {
        try {
            SourcePlanner planner = sources.of(way).forReading();
            planner.prepare();
            return new Way(kind, commands, planner.plan(there), "");
        } catch (GodwitException | SQLException e) {
            return new Way(kind, commands, null, String.valueOf(e.getMessage()));
        }
    }
}
