package io.godwit;

import io.godwit.compare.ColumnTypes;
import io.godwit.dialect.SchemaState;
import io.godwit.dialect.SchemaView;
import io.godwit.dialect.UnknownSchema;
import io.godwit.engine.Session;
import io.godwit.failure.GodwitException;
import io.godwit.format.MigrationReader;
import io.godwit.format.PluginSource;
import io.godwit.history.AppliedMigration;
import io.godwit.history.History;
import io.godwit.history.HistoryReader;
import io.godwit.history.ObjectKind;
import io.godwit.history.ObjectName;
import io.godwit.history.OwnedObject;
import io.godwit.migration.Migration;
import io.godwit.operation.EngineSql;
import io.godwit.operation.Operation;
import io.godwit.operation.Sql;
import io.godwit.plan.LiveSchema;
import io.godwit.plan.Rendering;
import io.godwit.schema.Column;
import io.godwit.schema.Index;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares what plugins own with what is there: what the history says they made, and, where all that was applied says by operations what
 * it does, each table's columns and their types. For the thread that owns the session.
 */
final class SchemaDrift {

    private static final System.Logger LOG = System.getLogger(SchemaDrift.class.getName());

    private final Session session;
    private final Rendering rendering;
    private final History history;
    private final HistoryReader reader;
    private final SchemaView live;

    SchemaDrift(Session session, Rendering rendering, History history, HistoryReader reader) {
        this.session = session;
        this.rendering = rendering;
        this.history = history;
        this.reader = reader;
        this.live = new LiveSchema(session.dialect().introspector(), session.connection());
    }

    /** In words, one a difference; empty if there is none, or nothing is known of who made what. */
    List<String> found() throws SQLException {
        if (!history.upToDate()) {
            return List.of();
        }
        Set<String> lines = new LinkedHashSet<>();
        List<OwnedObject> owned = reader.objects();
        for (OwnedObject object : owned) {
            if (!isThere(object.name())) {
                lines.add(object.name() + " is gone (made by " + object.migrationId() + ")");
            }
        }
        Optional<SchemaState> expected = expected();
        if (expected.isPresent()) {
            for (OwnedObject object : owned) {
                if (object.name().kind() == ObjectKind.TABLE) {
                    columns(TableName.parse(object.name().object()), expected.get(), lines);
                }
            }
        }
        return List.copyOf(lines);
    }

    private boolean isThere(ObjectName name) {
        TableName object = TableName.parse(name.object());
        return switch (name.kind()) {
            case TABLE -> live.table(object).isPresent();
            case VIEW -> live.view(object).isPresent();
            case SEQUENCE -> live.sequence(object).isPresent();
            case COLUMN ->
                live.table(object)
                        .map(table -> columns(table).contains(name.part()))
                        .orElse(true);
            case INDEX ->
                live.table(object)
                        .map(table -> indexes(table).contains(name.part()))
                        .orElse(true);
            case SCHEMA, CONSTRAINT, TRIGGER -> true;
        };
    }

    private void columns(TableName name, SchemaState expected, Set<String> lines) {
        Optional<Table> then = expected.table(name);
        Optional<Table> now = live.table(name);
        if (then.isEmpty() || now.isEmpty()) {
            return;
        }
        types(then.get(), now.get(), lines);
        Set<String> before = columns(then.get());
        Set<String> after = columns(now.get());
        for (String column : before) {
            if (!after.contains(column)) {
                lines.add("column " + column + " of " + name + " is gone");
            }
        }
        for (String column : after) {
            if (!before.contains(column)) {
                lines.add("column " + column + " of " + name + " was added by somebody else");
            }
        }
    }

    private void types(Table then, Table now, Set<String> lines) {
        ColumnTypes types = new ColumnTypes(rendering);
        for (Column column : then.columns()) {
            now.column(column.name())
                    .flatMap(there -> types.difference(column, there))
                    .ifPresent(words -> lines.add("column " + column.name() + " of " + then.name() + " " + words));
        }
    }

    private static Set<String> columns(Table table) {
        return table.columns().stream()
                .map(Column::name)
                .map(Name::text)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> indexes(Table table) {
        return table.indexes().stream()
                .map(Index::name)
                .map(name -> name == null ? "" : name.text())
                .collect(Collectors.toSet());
    }

    /** What all that is applied leaves behind on an empty database; empty where SQL of an engine's own says it. */
    private Optional<SchemaState> expected() throws SQLException {
        List<String> ids =
                history.applied().stream().map(AppliedMigration::migrationId).toList();
        boolean whole = history.applied().stream().allMatch(AppliedMigration::isWhole);
        if (ids.isEmpty() || !whole || !history.orphans().isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> documents = reader.documents(ids);
        List<Migration> migrations = new ArrayList<>();
        for (String id : ids) {
            migrations.add(MigrationReader.ofHistory().read(id, documents.getOrDefault(id, "")));
        }
        boolean opaque = migrations.stream()
                .flatMap(migration -> migration.up().stream())
                .flatMap(step -> step.allOperations().stream())
                .anyMatch(SchemaDrift::isOpaque);
        return opaque ? Optional.empty() : replayed(migrations);
    }

    private static boolean isOpaque(Operation operation) {
        return operation instanceof Sql sql && !sql.text().texts().keySet().equals(Set.of(EngineSql.UNIVERSAL));
    }

    private Optional<SchemaState> replayed(List<Migration> migrations) {
        SchemaState state = new SchemaState(new UnknownSchema(), session.dialect());
        try {
            new OfflinePlanning(rendering, List.of(PluginSource.of(migrations))).upTo(state);
            return Optional.of(state);
        } catch (GodwitException failure) {
            LOG.log(System.Logger.Level.DEBUG, "what the applied migrations make cannot be told", failure);
            return Optional.empty();
        }
    }
}
