package io.godwit.history;

import io.godwit.dialect.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code godwit_step} beside the rows of the migrations, in one statement, so that a run at work changes nothing in between; the
 * connection is the caller's.
 *
 * @param sealed whether the layout has evidence
 */
record StepRows(Dialect dialect, Connection connection, boolean sealed) {

    private static final int EVIDENCE = 9;

    /** Of one migration. */
    StepJournal of(String migrationId) throws SQLException {
        List<StepJournal> journals = read(joined() + " WHERE m.migration_id = ? ORDER BY s.position", migrationId);
        return journals.isEmpty() ? new StepJournal(migrationId, "", null, List.of()) : journals.get(0);
    }

    /** Of all migrations that are under way, or of which there are rows. */
    List<StepJournal> all() throws SQLException {
        List<StepJournal> journals = new ArrayList<>(read(
                joined() + " WHERE m.state = ? OR s.step_id IS NOT NULL ORDER BY m.seq, s.position",
                MigrationState.PARTIAL.toString()));
        String migrations = dialect.syntax().table(HistoryTables.MIGRATION);
        journals.addAll(read(
                "SELECT s.migration_id, '', " + step() + ", NULL FROM "
                        + dialect.syntax().table(HistoryTables.STEP)
                        + " s WHERE s.step_id <> ? AND NOT EXISTS (SELECT 1 FROM " + migrations
                        + " m WHERE m.migration_id = s.migration_id) ORDER BY s.migration_id, s.position",
                ""));
        return journals;
    }

    private String joined() {
        return "SELECT m.migration_id, m.state, " + step() + ", " + (sealed ? "m.steps" : "NULL") + " FROM "
                + dialect.syntax().table(HistoryTables.MIGRATION) + " m LEFT JOIN "
                + dialect.syntax().table(HistoryTables.STEP) + " s ON s.migration_id = m.migration_id";
    }

    private String step() {
        return "s.step_id, s.direction, s.position, s.state, s.inverse, s.progress"
                + (sealed ? ", s.evidence" : ", ''");
    }

    private List<StepJournal> read(String sql, String parameter) throws SQLException {
        Map<String, StepJournal> journals = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    add(row, journals);
                }
            }
        }
        return List.copyOf(journals.values());
    }

    private static void add(ResultSet row, Map<String, StepJournal> journals) throws SQLException {
        String id = text(row, 1);
        StepJournal before = journals.get(id);
        List<StoredStep> rows = new ArrayList<>(before == null ? List.of() : before.rows());
        if (row.getString(3) != null) {
            rows.add(new StoredStep(
                    id,
                    text(row, 3),
                    text(row, 4),
                    text(row, 5),
                    text(row, 6),
                    text(row, 7),
                    text(row, 8),
                    text(row, EVIDENCE)));
        }
        journals.put(id, new StepJournal(id, text(row, 2), count(row), rows));
    }

    private static @Nullable Long count(ResultSet row) throws SQLException {
        long count = row.getLong(EVIDENCE + 1);
        return row.wasNull() ? null : count;
    }

    private static String text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }
}
