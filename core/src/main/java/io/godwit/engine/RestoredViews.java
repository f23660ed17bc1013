package io.godwit.engine;

import io.godwit.backup.BackupObject;
import io.godwit.dialect.Dialect;
import io.godwit.dialect.IdentifierText;
import io.godwit.dialect.ViewGraph;
import io.godwit.history.ObjectKind;
import io.godwit.plan.LiveSchema;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The views over tables that are dropped and made again: the plugin's own become what they were, those of others stay as they are.
 * For one use.
 */
final class RestoredViews {

    private final RestoreRun restore;
    private final Map<TableName, View> going = new LinkedHashMap<>();
    private final Map<TableName, List<String>> made = new LinkedHashMap<>();

    RestoredViews(RestoreRun restore) throws SQLException {
        this.restore = restore;
        Session session = restore.session();
        LiveSchema live = new LiveSchema(session.dialect().introspector(), session.connection());
        ViewGraph graph = new ViewGraph(live);
        for (Table table : restore.planner().going()) {
            graph.transitivelyOf(table.name()).forEach(view -> going.putIfAbsent(view.name(), view));
        }
        Set<TableName> own = restore.planner().ownViews();
        for (View view : going.values()) {
            if (!own.contains(view.name())) {
                made.put(view.name(), session.dialect().definitions().of(session.connection(), view));
            }
        }
        for (TableName name : own) {
            live.view(name).ifPresent(view -> {
                graph.transitivelyOf(name).forEach(over -> going.putIfAbsent(over.name(), over));
                going.putIfAbsent(name, view);
            });
        }
        for (BackupObject object : restore.source().objects()) {
            if (object.kind() == ObjectKind.VIEW) {
                made.put(object.name(), object.statements());
            }
        }
    }

    private RestoredViews(RestoreRun restore, List<BackupObject> objects) {
        this.restore = restore;
        objects.forEach(object -> made.put(object.name(), object.statements()));
    }

    /** Only those that the backup holds. */
    static RestoredViews ofBackup(RestoreRun restore) {
        return new RestoredViews(
                restore,
                restore.source().objects().stream()
                        .filter(object -> object.kind() == ObjectKind.VIEW)
                        .toList());
    }

    /** The farthest first. */
    List<String> drops() {
        List<String> drops = new ArrayList<>();
        for (View view : going.values()) {
            Dialect dialect = restore.session().dialect();
            drops.addAll(dialect.definitions().drop(dialect.syntax(), view));
        }
        return drops;
    }

    /** Each behind those that it reads. */
    List<String> statements() {
        List<String> statements = new ArrayList<>();
        Map<TableName, List<String>> left = new LinkedHashMap<>(made);
        while (!left.isEmpty()) {
            TableName next = left.keySet().stream()
                    .filter(name -> readsNone(name, left))
                    .findFirst()
                    .orElseGet(() -> left.keySet().iterator().next());
            statements.addAll(left.remove(next));
        }
        return statements;
    }

    private static boolean readsNone(TableName name, Map<TableName, List<String>> left) {
        IdentifierText text = new IdentifierText(left.get(name).get(0));
        return left.keySet().stream()
                .filter(other -> !other.equals(name))
                .noneMatch(other -> text.mentions(other.name()));
    }
}
