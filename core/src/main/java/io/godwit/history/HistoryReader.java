package io.godwit.history;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.FailureKind;
import io.godwit.failure.HistoryConflictException;
import io.godwit.failure.RepairNeededException;
import io.godwit.migration.Version;
import io.godwit.schema.TableName;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the history; the connection is the caller's and in autocommit mode. Not thread-safe. */
public final class HistoryReader {

    /** Rows asked for in one query; every engine takes as many parameters. */
    private static final int AT_ONCE = 500;

    private static final System.Logger LOG = System.getLogger(HistoryReader.class.getName());

    private final Dialect dialect;
    private final Connection connection;
    private final boolean restoring;
    private int layout;

    public HistoryReader(Dialect dialect, Connection connection) {
        this(dialect, connection, false);
    }

    private HistoryReader(Dialect dialect, Connection connection, boolean restoring) {
        this.dialect = dialect;
        this.connection = connection;
        this.restoring = restoring;
    }

    /** One that reads also when a restore was cut off, which stops every other reader. */
    public static HistoryReader duringRestore(Dialect dialect, Connection connection) {
        return new HistoryReader(dialect, connection, true);
    }

    /** All of it but documents and journals; {@link History#EMPTY} where there is none. */
    public History read() throws SQLException {
        AuditHead head;
        try {
            head = head();
        } catch (SQLException e) {
            if (dialect.failures().classify(e) == FailureKind.MISSING_OBJECT || !isInstalled()) {
                return History.EMPTY;
            }
            throw e;
        }
        List<AppliedMigration> applied = applied();
        Map<String, List<RecordedStep>> steps = new HashMap<>();
        for (AppliedMigration migration : applied) {
            if (migration.state() == MigrationState.PARTIAL) {
                steps.put(migration.migrationId(), steps(migration.migrationId()));
            }
        }
        return new History(layout, head, applied, steps);
    }

    /** Whether there is a history, damaged or not. */
    public boolean isThere() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table(HistoryTables.AUDIT))) {
            return row.next();
        } catch (SQLException e) {
            if (dialect.failures().classify(e) == FailureKind.MISSING_OBJECT || !isInstalled()) {
                return false;
            }
            throw e;
        }
    }

    /** Asked in JDBC's words, for an error that the dialect does not know may be that of a table that is not there. */
    private boolean isInstalled() throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        for (TableName table : List.of(HistoryTables.LOCK, HistoryTables.AUDIT)) {
            try (ResultSet tables = metadata.getTables(
                    connection.getCatalog(), null, table.name().text(), null)) {
                if (!tables.next()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The end of the audit trail, and with it whether anything was written since. */
    public AuditHead head() throws SQLException {
        String audit = table(HistoryTables.AUDIT);
        String sql = "SELECT a.seq, a.hash, l.layout FROM " + table(HistoryTables.LOCK) + " l LEFT JOIN " + audit
                + " a ON a.seq = (SELECT max(seq) FROM " + audit + ")";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            if (!row.next()) {
                throw damaged("its only row is gone");
            }
            int said = row.getInt(3);
            layout = said == -HistoryTables.LAYOUT ? HistoryTables.LAYOUT : said;
            checkLayout(layout);
            if (layout < 1) {
                throw damaged("the layout cannot be " + layout);
            }
            if (said != layout && !restoring) {
                throw new RepairNeededException(
                        "A restore was cut off while tables took their places: the last entries of"
                                + " the audit trail name its backup. Nothing was changed now. Restore it again (godwit restore NAME):"
                                + " that begins anew and finishes.");
            }
            String hash = row.getString(2);
            AuditHead head = hash == null ? AuditHead.NONE : new AuditHead(row.getLong(1), hash);
            if (row.next()) {
                throw damaged("its only row, or the last of the audit trail, is there twice");
            }
            return head;
        }
    }

    /** What is wrong with the lock's row; empty for nothing. */
    String lockDamage() throws SQLException {
        int rows = 0;
        int known = 0;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT layout FROM " + table(HistoryTables.LOCK))) {
            while (row.next()) {
                rows++;
                int said = row.getInt(1);
                known += said >= 1 || said == -HistoryTables.LAYOUT ? 1 : 0;
            }
        }
        if (rows == 0) {
            return "its only row is gone";
        }
        return rows > 1 ? "its only row is there " + rows + " times" : known == 1 ? "" : "its layout cannot be read";
    }

    /** The canonical document of an applied migration. */
    public String document(String migrationId) throws SQLException {
        return texts("document", List.of(migrationId)).get(migrationId);
    }

    /** The canonical documents of applied migrations, by id. */
    public Map<String, String> documents(List<String> migrationIds) throws SQLException {
        return texts("document", migrationIds);
    }

    /** The journals of applied migrations, by id. */
    public Map<String, String> journals(List<String> migrationIds) throws SQLException {
        return texts("journal", migrationIds);
    }

    /**
     * The things that plugins made and that are not dropped.
     *
     * @throws RepairNeededException if a row cannot be read
     */
    public List<OwnedObject> objects() throws SQLException {
        return objectRows().stream()
                .filter(ObjectRow::isThere)
                .map(ObjectRow::owned)
                .sorted(Comparator.comparing((OwnedObject owned) -> owned.name().object())
                        .thenComparing(owned -> owned.name().kind().toString())
                        .thenComparing(owned -> owned.name().part()))
                .toList();
    }

    /** The rows of {@code godwit_object}, whether or not they make sense. */
    public List<ObjectRow> objectRows() throws SQLException {
        return new ObjectRows(dialect, connection).read();
    }

    /** Whether the trail tells who owns what: not of a history that the next run brings up to date. */
    boolean tracesObjects() throws SQLException {
        return layoutSaid() >= HistoryTables.TRACED;
    }

    /** Today's, where the row that says it is damaged. */
    private int layoutSaid() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT layout FROM " + table(HistoryTables.LOCK))) {
            int said = row.next() ? Math.abs(row.getInt(1)) : 0;
            return said == 0 ? HistoryTables.LAYOUT : said;
        }
    }

    /** The audit trail from its beginning. */
    public List<AuditEntry> audit() throws SQLException {
        String sql =
                "SELECT seq, at, actor, action, plugin_id, migration_id, run_id, outcome, detail, previous_hash, hash FROM "
                        + table(HistoryTables.AUDIT) + " ORDER BY seq, hash";
        List<AuditEntry> entries = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                entries.add(new AuditEntry(
                        row.getLong(1),
                        text(row, 2),
                        text(row, 3),
                        text(row, 4),
                        text(row, 5),
                        text(row, 6),
                        text(row, 7),
                        text(row, 8),
                        text(row, 9),
                        text(row, 10),
                        text(row, 11)));
            }
        }
        return entries;
    }

    /**
     * The steps of a partly applied migration that are recorded, in their order.
     *
     * @throws RepairNeededException if they are not as they were written
     */
    public List<RecordedStep> steps(String migrationId) throws SQLException {
        if (layout == 0) {
            head();
        }
        return new StepRows(dialect, connection, layout >= HistoryTables.SEALED)
                .of(migrationId)
                .steps();
    }

    /** What is recorded of all migrations that are under way. */
    List<StepJournal> journals() throws SQLException {
        return new StepRows(dialect, connection, layoutSaid() >= HistoryTables.SEALED).all();
    }

    private List<AppliedMigration> applied() throws SQLException {
        List<AppliedMigration> applied = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(1000);
            try (ResultSet row = statement.executeQuery(select(StoredRow.SMALL))) {
                while (row.next()) {
                    applied.add(row(row));
                }
            }
        }
        return applied;
    }

    private static AppliedMigration row(ResultSet row) throws SQLException {
        try {
            return new AppliedMigration(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    Version.parse(row.getString(4)),
                    MigrationState.parse(row.getString(5)),
                    row.getString(6),
                    row.getString(7),
                    text(row, 8),
                    Relations.parse(text(row, 9)),
                    row.getString(10),
                    row.getString(11),
                    row.getLong(12));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "a row of the history cannot be read", e);
            return StoredRow.read(row, StoredRow.SMALL).row();
        }
    }

    /** Ids, documents and journals of all that is applied of some plugins. */
    List<StoredRow> texts(Set<String> plugins) throws SQLException {
        List<StoredRow> rows = new ArrayList<>();
        List<String> columns = List.of("migration_id", "document", "journal");
        String sql = "SELECT " + String.join(", ", columns) + " FROM " + table(HistoryTables.MIGRATION)
                + " WHERE plugin_id = ?";
        for (String plugin : plugins) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, plugin);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        rows.add(StoredRow.read(row, columns));
                    }
                }
            }
        }
        return rows;
    }

    /** All rows with all that proves them, whether or not they make sense. */
    List<StoredRow> stored() throws SQLException {
        List<String> columns = new ArrayList<>(StoredRow.SMALL);
        columns.addAll(List.of("document", "journal", "run_id"));
        if (layoutSaid() >= HistoryTables.SEALED) {
            columns.addAll(List.of("steps", "evidence"));
        }
        return stored(columns);
    }

    private List<StoredRow> stored(List<String> columns) throws SQLException {
        List<StoredRow> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(select(columns))) {
            while (row.next()) {
                rows.add(StoredRow.read(row, columns));
            }
        }
        return rows;
    }

    private String select(List<String> columns) {
        return "SELECT " + String.join(", ", columns) + " FROM " + table(HistoryTables.MIGRATION) + " ORDER BY seq";
    }

    /** A NULL is damage too, and is told as such where it is looked for. */
    private static String text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    private Map<String, String> texts(String column, List<String> migrationIds) throws SQLException {
        Map<String, String> texts = new HashMap<>();
        for (int from = 0; from < migrationIds.size(); from += AT_ONCE) {
            read(column, migrationIds.subList(from, Math.min(from + AT_ONCE, migrationIds.size())), texts);
        }
        for (String migrationId : migrationIds) {
            if (!texts.containsKey(migrationId)) {
                throw new HistoryConflictException("The history has no row for migration " + migrationId
                        + " any more. Somebody else changed it meanwhile; run again.");
            }
        }
        return texts;
    }

    private void read(String column, List<String> migrationIds, Map<String, String> texts) throws SQLException {
        String sql = "SELECT migration_id, " + column + " FROM " + table(HistoryTables.MIGRATION)
                + " WHERE migration_id IN (" + "?, ".repeat(migrationIds.size() - 1) + "?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < migrationIds.size(); i++) {
                statement.setString(i + 1, migrationIds.get(i));
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    texts.put(row.getString(1), text(row, 2));
                }
            }
        }
    }

    private static RepairNeededException damaged(String words) {
        return new RepairNeededException(
                Damages.message(List.of(new Damage(HistoryTables.LOCK.name().text(), "", "", words))));
    }

    private static void checkLayout(int layout) {
        if (layout > HistoryTables.LAYOUT) {
            throw new HistoryConflictException(
                    "The history was written by a newer Godwit (layout " + layout + "; this one knows up to "
                            + HistoryTables.LAYOUT + "). Nothing was changed. Use the newer version.");
        }
    }

    private String table(TableName name) {
        return dialect.syntax().table(name);
    }
}
