package io.godwit.history;

import io.godwit.dialect.Dialect;
import io.godwit.schema.TableName;

/** What a script asks of the history that it finds, and leaves, in the engine's SQL. Immutable. */
public final class HistoryQuestions {

    private final Dialect dialect;

    public HistoryQuestions(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The condition that the audit trail ends so, in today's layout, and that no migration is under way. */
    public String endsAt(AuditHead head) {
        String newer = exists(HistoryTables.AUDIT, "seq > " + head.sequence());
        String last =
                "seq = " + head.sequence() + " AND hash = " + dialect.syntax().text(head.hash());
        return "NOT " + newer
                + (head.sequence() == 0 ? "" : " AND " + exists(HistoryTables.AUDIT, last))
                + " AND NOT " + exists(HistoryTables.STEP, "1 = 1")
                + " AND " + exists(HistoryTables.LOCK, "layout = " + HistoryTables.LAYOUT);
    }

    /** The query for how many migrations are applied, or recorded as skipped. */
    public String applied() {
        return "SELECT count(*) AS migrations FROM " + table(HistoryTables.MIGRATION);
    }

    /** The query for how many entries the audit trail has. */
    public String entries() {
        return "SELECT count(*) AS audit_entries FROM " + table(HistoryTables.AUDIT);
    }

    private String exists(TableName table, String condition) {
        return "EXISTS (SELECT 1 FROM " + table(table) + " WHERE " + condition + ")";
    }

    private String table(TableName name) {
        return dialect.syntax().table(name);
    }
}
