package io.godwit.engine;

import io.godwit.backup.BackupTable;
import io.godwit.dialect.TableDefinition;
import io.godwit.dialect.TableDefinitions;
import io.godwit.failure.RepairNeededException;
import io.godwit.history.AuditEntry;
import io.godwit.history.HistoryTables;
import io.godwit.history.HistoryWriter;
import io.godwit.history.ObjectKind;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A restore where each DDL statement commits by itself: everything is made, filled and compared under other names, and only then takes
 * its place. From then until the end the history is closed to everything but a restore, which begins anew. For one use.
 */
final class SwappedRestore {

    private static final String FILLED = HistoryTables.PREFIX + "restore_";
    private static final String REPLACED = HistoryTables.PREFIX + "replaced_";

    private final RestoreRun restore;
    private final Session session;
    private final TableDefinitions definitions;
    private final Map<BackupTable, TableName> filled = new LinkedHashMap<>();
    private boolean begun;

    SwappedRestore(RestoreRun restore) {
        this.restore = restore;
        this.session = restore.session();
        this.definitions = session.dialect().definitions();
    }

    void run() throws SQLException, IOException {
        session.together(definitions.open());
        try {
            clear();
            fill();
            checkLinks();
            begin();
            swap();
            finish();
            end();
        } catch (SQLException | IOException e) {
            if (begun) {
                throw new RepairNeededException(
                        "The restore of " + restore.plan().backup() + " was cut off while tables took their places: "
                                + Words.of(e)
                                + "\nThe backup is untouched. Restore it again: that begins anew and finishes.",
                        e);
            }
            throw e;
        } finally {
            restore.close(definitions);
        }
    }

    /** What a restore that was cut off has left. */
    private void clear() throws SQLException {
        List<Table> left = new ArrayList<>();
        for (String name : new OwnTables(session).beginning(FILLED, REPLACED)) {
            left.add(OwnTables.named(name));
        }
        executeAll(definitions.drop(session.dialect().syntax(), left));
    }

    private void fill() throws SQLException, IOException {
        for (BackupTable table : restore.source().tables()) {
            TableName name = TableName.of(FILLED + (filled.size() + 1));
            filled.put(table, name);
            TableDefinition definition = definition(table);
            executeAll(definition.needs());
            executeAll(definitions.under(definition, table.name(), name).create());
        }
        new RestoredRows(restore, filled).load();
    }

    private TableDefinition definition(BackupTable table) {
        return restore.source().definition(table);
    }

    /** Foreign keys of tables that stay are not checked when the table they refer to is another all at once. */
    private void checkLinks() throws SQLException {
        Map<TableName, TableName> places = new LinkedHashMap<>();
        filled.forEach((table, name) -> places.put(table.name(), name));
        for (Table table : restore.planner().referring()) {
            for (String query : new Orphans(session.dialect().syntax(), table).queries(places)) {
                String row = session.firstRow(query);
                if (!row.isEmpty()) {
                    throw new SQLException(
                            "rows of " + table.name()
                                    + ", which stays as it is, refer to rows that the backup does not have, such as "
                                    + row,
                            "23000");
                }
            }
        }
    }

    private void begin() throws SQLException {
        AuditEntry[] entry = new AuditEntry[1];
        new WorkTransaction(session, List.of()).run(() -> {
            session.update(HistoryWriter.closed(session.dialect()));
            entry[0] = restore.audit("begun", List.of());
        });
        restore.within().committed(entry[0]);
        begun = true;
    }

    /** At one stroke, unless a table that stays refers to one that goes: its foreign key would follow the old table. */
    private void swap() throws SQLException {
        List<Table> going = restore.planner().going();
        Map<TableName, TableName> names = new LinkedHashMap<>();
        List<Table> replaced = new ArrayList<>();
        if (restore.planner().referring().isEmpty()) {
            for (Table table : going) {
                Table away = OwnTables.named(REPLACED + (names.size() + 1));
                names.put(table.name(), away.name());
                replaced.add(away);
            }
        } else {
            executeAll(definitions.drop(session.dialect().syntax(), going));
        }
        filled.forEach((table, name) -> names.put(name, table.name()));
        executeAll(definitions.rename(session.dialect().syntax(), names));
        executeAll(definitions.drop(session.dialect().syntax(), replaced));
    }

    private void finish() throws SQLException {
        for (BackupTable table : filled.keySet()) {
            executeAll(definition(table).finish());
        }
        for (BackupTable table : filled.keySet()) {
            executeAll(definition(table).links());
        }
        Set<TableName> views = new LinkedHashSet<>(restore.planner().ownViews());
        restore.source().objects().stream()
                .filter(object -> object.kind() == ObjectKind.VIEW)
                .forEach(object -> views.add(object.name()));
        for (TableName name : views) {
            View view = session.dialect()
                    .introspector()
                    .view(session.connection(), name)
                    .orElse(null);
            if (view != null) {
                executeAll(definitions.drop(session.dialect().syntax(), view));
            }
        }
        executeAll(RestoredViews.ofBackup(restore).statements());
    }

    private void end() throws SQLException, IOException {
        AuditEntry[] entry = new AuditEntry[1];
        try {
            new WorkTransaction(session, List.of()).run(() -> {
                try {
                    entry[0] = restore.record();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                session.update(HistoryWriter.upToDate(session.dialect()));
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        restore.within().committed(entry[0]);
    }

    private void executeAll(List<String> statements) throws SQLException {
        for (String statement : statements) {
            session.execute(statement);
        }
    }
}
