package io.godwit.engine;

import io.godwit.history.HistoryReader;
import io.godwit.history.ObjectKind;
import io.godwit.plan.LiveSchema;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.Touch;
import io.godwit.plan.TouchedTables;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Name;
import io.godwit.schema.ReferentialAction;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tables that have to be in the backup before a migration: those that it touches, those whose rows go with theirs by a foreign key,
 * and, where SQL is run that Godwit does not read, all of the plugin. For one use.
 */
final class BackupTables {

    private static final Set<ReferentialAction> ACTING =
            EnumSet.of(ReferentialAction.CASCADE, ReferentialAction.SET_NULL, ReferentialAction.SET_DEFAULT);

    private final LiveSchema live;
    private final HistoryReader reader;
    private final Map<TableName, Table> tables = new LinkedHashMap<>();
    private final Deque<Table> unfollowed = new ArrayDeque<>();

    BackupTables(LiveSchema live, HistoryReader reader) {
        this.live = live;
        this.reader = reader;
    }

    /** As they are in the database; those that are not there yet have nothing to lose. */
    List<Table> of(List<MigrationPlan> migrations) throws SQLException {
        TouchedTables.known(migrations).tables().forEach(this::add);
        for (MigrationPlan migration : migrations) {
            migration.touches().all().stream()
                    .filter(BackupTables::dropsSchema)
                    .flatMap(touch -> live.objectsIn(Name.of(touch.name())).stream())
                    .forEach(this::add);
            if (!TouchedTables.known(List.of(migration)).complete()) {
                ownTables(migration.migration().pluginId());
            }
        }
        while (!unfollowed.isEmpty()) {
            follow(unfollowed.remove());
        }
        return List.copyOf(tables.values());
    }

    /**
     * Those that plugins made.
     *
     * @param pluginId empty for all plugins
     */
    List<Table> ofPlugins(String pluginId) throws SQLException {
        ownTables(pluginId);
        return List.copyOf(tables.values());
    }

    private static boolean dropsSchema(Touch touch) {
        return touch.kind() == Touch.Kind.SCHEMA && touch.effect() == Touch.Effect.DROPPED;
    }

    private void ownTables(String pluginId) throws SQLException {
        reader.objects().stream()
                .filter(owned -> pluginId.isEmpty() || owned.pluginId().equals(pluginId))
                .filter(owned -> owned.name().kind() == ObjectKind.TABLE
                        && owned.name().part().isEmpty())
                .forEach(owned -> add(TableName.parse(owned.name().object())));
    }

    private void add(TableName name) {
        live.table(name).ifPresent(this::add);
    }

    private void add(Table table) {
        if (tables.putIfAbsent(table.name(), table) == null) {
            unfollowed.add(table);
        }
    }

    private void follow(Table table) {
        List<Table> referring = new ArrayList<>(live.referencing(table.name()));
        referring.removeIf(other -> other.foreignKeys().stream().noneMatch(key -> actsOn(key, table.name())));
        referring.forEach(this::add);
    }

    private static boolean actsOn(ForeignKey key, TableName table) {
        return key.table().equals(table) && (ACTING.contains(key.onDelete()) || ACTING.contains(key.onUpdate()));
    }
}
