package io.godwit.engine;

import io.godwit.backup.BackupTable;
import io.godwit.backup.RestoreSource;
import io.godwit.history.AppliedMigration;
import io.godwit.history.History;
import io.godwit.history.HistoryReader;
import io.godwit.history.ObjectKind;
import io.godwit.history.OwnedObject;
import io.godwit.plan.LiveSchema;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares a backup with the database as it is, and says what would have to be done. For one use. */
final class RestorePlanner {

    private final Session session;
    private final RestoreSource source;
    private final RestoredHistory before;
    private final History history;
    private final List<OwnedObject> owned;
    private final LiveSchema live;
    private final String pluginId;
    private final MadeInPart inPart;
    private final List<String> obstacles = new ArrayList<>();

    RestorePlanner(Session session, RestoreSource source, RestoredHistory before, History history) throws SQLException {
        this.session = session;
        this.source = source;
        this.before = before;
        this.history = history;
        this.owned =
                history.upToDate() ? new HistoryReader(session.dialect(), session.connection()).objects() : List.of();
        this.live = new LiveSchema(session.dialect().introspector(), session.connection());
        this.pluginId = source.backup().manifest().pluginId();
        this.inPart = MadeInPart.of(forgotten(), HistoryReader.duringRestore(session.dialect(), session.connection()));
    }

    /** @param counting whether the rows that are there now are counted */
    RestorePlan plan(boolean counting) throws SQLException {
        List<RestorePlan.RestoredTable> tables = new ArrayList<>();
        for (BackupTable table : source.tables()) {
            boolean there = live.table(table.name()).isPresent();
            long now = there && counting ? rows(table.name()) : RestorePlan.UNKNOWN;
            tables.add(new RestorePlan.RestoredTable(table.name(), table.rows(), there, now));
        }
        List<AppliedMigration> forgotten = forgotten();
        untold();
        changedElsewhere(forgotten);
        standingOn(forgotten);
        return new RestorePlan(
                source.backup().name(),
                pluginId,
                source.backup().manifest().version(),
                source.backup().manifest().createdAt(),
                source.backup().manifest().reason(),
                tables,
                dropped(),
                source.objects().stream()
                        .map(object -> object.kind() + " " + object.name())
                        .toList(),
                forgotten.stream().map(AppliedMigration::migrationId).toList(),
                before.migrations().stream()
                        .filter(id -> history.migration(id).isEmpty())
                        .toList(),
                obstacles);
    }

    private long rows(TableName table) throws SQLException {
        return Long.parseLong(session.firstRow(
                "SELECT count(*) FROM " + session.dialect().syntax().table(table)));
    }

    /** Whole things that the plugin has now and had not then. */
    List<OwnedObject> madeSince() {
        Set<String> then = before.objects(pluginId);
        return owned.stream()
                .filter(object -> isOwn(object.pluginId())
                        && object.name().part().isEmpty()
                        && object.name().kind() != ObjectKind.SCHEMA
                        && !then.contains(object.name().toString())
                        && !source.has(TableName.parse(object.name().object())))
                .toList();
    }

    private List<String> dropped() {
        List<String> dropped = new ArrayList<>();
        madeSince().forEach(object -> dropped.add(object.name().toString()));
        tablesInPart().forEach(table -> dropped.add(ObjectKind.TABLE + " " + table.name()));
        return dropped;
    }

    private List<Table> tablesInPart() {
        Set<String> then = before.objects(pluginId);
        return inPart.tables().stream()
                .filter(name -> !source.has(name) && !then.contains(ObjectKind.TABLE + " " + name))
                .flatMap(name -> live.table(name).stream())
                .toList();
    }

    /** The tables that go: those that come back in another form, and those that were made since. */
    List<Table> going() {
        List<Table> going = new ArrayList<>();
        source.names().forEach(name -> live.table(name).ifPresent(going::add));
        madeSince().stream()
                .filter(object -> object.name().kind() == ObjectKind.TABLE)
                .forEach(object ->
                        live.table(TableName.parse(object.name().object())).ifPresent(going::add));
        going.addAll(tablesInPart());
        return going.stream().distinct().toList();
    }

    /** A backup without a plugin is one of all. */
    private boolean isOwn(String plugin) {
        return pluginId.isEmpty() || plugin.equals(pluginId);
    }

    /** The plugin's sequences that are there now. */
    List<TableName> goingSequences() {
        return owned.stream()
                .filter(object -> isOwn(object.pluginId()) && object.name().kind() == ObjectKind.SEQUENCE)
                .map(object -> TableName.parse(object.name().object()))
                .filter(name -> live.sequence(name).isPresent())
                .toList();
    }

    /** The plugin's views, as far as the history knows now. */
    Set<TableName> ownViews() {
        Set<TableName> views = owned.stream()
                .filter(object -> isOwn(object.pluginId())
                        && object.name().kind() == ObjectKind.VIEW
                        && object.name().part().isEmpty())
                .map(object -> TableName.parse(object.name().object()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        views.addAll(inPart.views());
        return views;
    }

    /** Tables that stay, and whose foreign keys refer to those that go. */
    List<Table> referring() {
        List<Table> going = going();
        Set<TableName> names = going.stream().map(Table::name).collect(Collectors.toSet());
        return going.stream()
                .flatMap(table -> live.referencing(table.name()).stream())
                .filter(table -> !names.contains(table.name()))
                .distinct()
                .toList();
    }

    private List<AppliedMigration> forgotten() {
        Set<String> then = Set.copyOf(before.migrations());
        return history.applied().stream()
                .filter(migration -> isOwn(migration.pluginId()) && !then.contains(migration.migrationId()))
                .toList();
    }

    /** Tables that the plugin had then, and that are neither in the backup nor there. */
    private void untold() {
        for (String object : before.objects(pluginId)) {
            if (object.startsWith(ObjectKind.TABLE + " ")) {
                TableName name = TableName.parse(object.substring(object.indexOf(' ') + 1));
                if (!source.has(name) && live.table(name).isEmpty()) {
                    obstacles.add(
                            "the plugin's table " + name
                                    + " is gone and not in this backup: restore an older one that has it, or roll back instead");
                }
            }
        }
    }

    /** What was done since to tables that stay as they are, or by others to tables that do not. */
    private void changedElsewhere(List<AppliedMigration> forgotten) {
        Set<String> gone = forgotten.stream().map(AppliedMigration::migrationId).collect(Collectors.toSet());
        Set<String> since =
                madeSince().stream().map(object -> object.name().object()).collect(Collectors.toSet());
        for (OwnedObject object : owned) {
            boolean kept = object.name().part().isEmpty()
                    || since.contains(object.name().object());
            boolean inBackup = !kept && source.has(TableName.parse(object.name().object()));
            if (!kept && !inBackup && gone.contains(object.migrationId())) {
                obstacles.add("migration " + object.migrationId() + " made " + object.name()
                        + ", which this backup does not have: roll it back first");
            } else if (inBackup && !isOwn(object.pluginId()) && !before.knew(object.migrationId())) {
                obstacles.add("migration " + object.migrationId() + " of plugin " + object.pluginId() + " has made "
                        + object.name() + " since: roll it back first");
            }
        }
    }

    /** What other plugins applied since, and that needs this one. */
    private void standingOn(List<AppliedMigration> forgotten) {
        if (forgotten.isEmpty()) {
            return;
        }
        for (AppliedMigration migration : history.applied()) {
            boolean needs = migration.relations().dependencies().stream()
                    .anyMatch(need -> need.target().equals(pluginId)
                            || forgotten.stream()
                                    .anyMatch(gone -> gone.migrationId().equals(need.target())));
            if (needs && !isOwn(migration.pluginId()) && !before.knew(migration.migrationId())) {
                obstacles.add("migration " + migration.migrationId() + " of plugin " + migration.pluginId()
                        + " was applied since and needs " + pluginId + ": roll it back first");
            }
        }
    }
}
