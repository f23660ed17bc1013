package io.godwit.history;

import io.godwit.dialect.Dialect;
import io.godwit.history.ObjectChange.Cleared;
import io.godwit.history.ObjectChange.Dropped;
import io.godwit.history.ObjectChange.Erased;
import io.godwit.history.ObjectChange.GivenBack;
import io.godwit.history.ObjectChange.HandedOver;
import io.godwit.history.ObjectChange.Made;
import io.godwit.history.ObjectChange.Renamed;
import io.godwit.history.ObjectChange.Written;
import io.godwit.schema.Literal;
import io.godwit.schema.SimpleType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The statements that keep {@code godwit_object}; {@link Ownership} does the same in memory. What a table was made with has no rows
 * of its own: it belongs to the table's owner. What is dropped keeps its row, with the migration that dropped it, so that rolling
 * that back gives it back to its owner.
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

    /** For what an entry of the audit trail tells; whose it is, is the entry's. */
    public List<String> statements(String pluginId, String migrationId, List<ObjectChange> changes) {
        List<String> statements = new ArrayList<>();
        List<ObjectRow> rows = new ArrayList<>();
        for (int index = 0; index < changes.size(); index++) {
            if (changes.get(index) instanceof Made made) {
                rows.add(ObjectRow.made(new ObjectRow.Key(migrationId, index), pluginId, made.name()));
            } else {
                insert(rows, statements);
                statements.addAll(statements(migrationId, changes.get(index)));
            }
        }
        insert(rows, statements);
        return statements;
    }

    private void insert(List<ObjectRow> rows, List<String> statements) {
        if (!rows.isEmpty()) {
            statements.add("INSERT INTO " + table
                    + " (migration_id, position, plugin_id, kind, object, part, dropped_by) VALUES "
                    + rows.stream().map(this::values).collect(Collectors.joining(", ")));
            rows.clear();
        }
    }

    private String values(ObjectRow row) {
        return "(" + text(row.key().migrationId()) + ", " + row.key().position() + ", "
                + row.texts().values().stream().map(this::text).collect(Collectors.joining(", ")) + ")";
    }

    private List<String> statements(String migrationId, ObjectChange change) {
        if (change instanceof Written written) {
            List<String> statements =
                    new ArrayList<>(List.of(erased(written.row().key())));
            insert(new ArrayList<>(List.of(written.row())), statements);
            return statements;
        }
        return List.of(statement(migrationId, change));
    }

    private String statement(String migrationId, ObjectChange change) {
        if (change instanceof Renamed renamed) {
            return renamed(renamed);
        } else if (change instanceof Dropped dropped) {
            return set("dropped_by", migrationId, dropped.name());
        } else if (change instanceof GivenBack) {
            return "UPDATE " + table + " SET dropped_by = " + text("") + " WHERE dropped_by = " + text(migrationId);
        } else if (change instanceof HandedOver over) {
            return "UPDATE " + table + " SET plugin_id = " + text(over.to()) + " WHERE dropped_by = " + text("")
                    + " AND plugin_id = " + text(over.from()) + " AND object = " + text(over.object());
        } else if (change instanceof Erased erased) {
            return erased(erased.key());
        }
        return "DELETE FROM " + table + (change instanceof Cleared ? "" : " WHERE migration_id = " + text(migrationId));
    }

    private String erased(ObjectRow.Key key) {
        return "DELETE FROM " + table + " WHERE migration_id = " + text(key.migrationId()) + " AND position = "
                + key.position();
    }

    private String renamed(Renamed renamed) {
        return set(renamed.from().part().isEmpty() ? "object" : "part", renamed.to(), renamed.from());
    }

    private String set(String column, String value, ObjectName name) {
        String set = "UPDATE " + table + " SET " + column + " = " + text(value) + " WHERE dropped_by = " + text("")
                + " AND object = " + text(name.object());
        return name.part().isEmpty()
                ? set
                : set + " AND kind = " + text(name.kind().toString()) + " AND part = " + text(name.part());
    }

    private String text(String characters) {
        return dialect.syntax().literal(Literal.of(characters), SimpleType.TEXT);
    }
}
