package io.godwit.history;

import io.godwit.dialect.Dialect;
import io.godwit.schema.Literal;
import io.godwit.schema.SimpleType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The statements that keep {@code godwit_object}. What a table was made with has no rows of its own: it belongs to the table's
 * owner. What is dropped keeps its row, with the migration that dropped it, so that rolling that back gives it back to its owner.
 *
 * <p>Immutable and thread-safe.
 */
public final class ObjectWriter {

    private final Dialect dialect;
    private final String table;

    public ObjectWriter(Dialect dialect) {
        this.dialect = dialect;
        this.table = dialect.syntax().table(HistoryTables.OBJECT);
    }

    /** For a migration that was applied. */
    public List<String> applied(String pluginId, String migrationId, List<ObjectChange> changes) {
        List<String> statements = new ArrayList<>();
        List<ObjectName> made = new ArrayList<>();
        for (ObjectChange change : changes) {
            if (change instanceof ObjectChange.Made make) {
                made.add(make.name());
            } else if (change instanceof ObjectChange.Renamed renamed) {
                flush(pluginId, migrationId, made, statements);
                statements.add(renamed(renamed));
            } else if (change instanceof ObjectChange.Dropped dropped) {
                flush(pluginId, migrationId, made, statements);
                statements.add(dropped(migrationId, dropped.name()));
            }
        }
        flush(pluginId, migrationId, made, statements);
        return statements;
    }

    /**
     * For a migration that was rolled back.
     *
     * @param changes what its down side did
     * @param whole whether the changes may not be all that it did
     */
    public List<String> rolledBack(String migrationId, List<ObjectChange> changes, boolean whole) {
        List<String> statements = new ArrayList<>();
        if (whole || changes.stream().anyMatch(ObjectChange.Dropped.class::isInstance)) {
            statements.add("DELETE FROM " + table + " WHERE migration_id = " + text(migrationId));
        }
        if (whole || changes.stream().anyMatch(ObjectChange.Made.class::isInstance)) {
            statements.add(
                    "UPDATE " + table + " SET dropped_by = " + text("") + " WHERE dropped_by = " + text(migrationId));
        }
        for (ObjectChange change : changes) {
            if (change instanceof ObjectChange.Renamed renamed) {
                statements.add(renamed(renamed));
            }
        }
        return statements;
    }

    /** For what is handed over, with the parts that its owner made. */
    public String transferred(OwnedObject object, String pluginId) {
        return "UPDATE " + table + " SET plugin_id = " + text(pluginId) + " WHERE dropped_by = " + text("")
                + " AND plugin_id = " + text(object.pluginId()) + " AND object = "
                + text(object.name().object());
    }

    /** Forgets all of them. */
    public String none() {
        return "DELETE FROM " + table;
    }

    private void flush(String pluginId, String migrationId, List<ObjectName> made, List<String> statements) {
        if (made.isEmpty()) {
            return;
        }
        String start = ", " + text(pluginId) + ", ";
        int first = statements.size();
        List<String> rows = new ArrayList<>();
        for (ObjectName name : made) {
            rows.add("(" + text(migrationId) + ", " + (first * 1000L + rows.size()) + start
                    + text(name.kind().toString()) + ", " + text(name.object()) + ", " + text(name.part()) + ", "
                    + text("") + ")");
        }
        statements.add("INSERT INTO " + table
                + " (migration_id, position, plugin_id, kind, object, part, dropped_by) VALUES "
                + rows.stream().collect(Collectors.joining(", ")));
        made.clear();
    }

    private String dropped(String migrationId, ObjectName name) {
        String set = "UPDATE " + table + " SET dropped_by = " + text(migrationId) + " WHERE dropped_by = " + text("")
                + " AND object = " + text(name.object());
        return name.part().isEmpty() ? set : set + part(name);
    }

    private String renamed(ObjectChange.Renamed renamed) {
        ObjectName from = renamed.from();
        String column = from.part().isEmpty() ? "object" : "part";
        String set = "UPDATE " + table + " SET " + column + " = " + text(renamed.to()) + " WHERE dropped_by = "
                + text("") + " AND object = " + text(from.object());
        return from.part().isEmpty() ? set : set + part(from);
    }

    private String part(ObjectName name) {
        return " AND kind = " + text(name.kind().toString()) + " AND part = " + text(name.part());
    }

    private String text(String characters) {
        return dialect.syntax().literal(Literal.of(characters), SimpleType.TEXT);
    }
}
