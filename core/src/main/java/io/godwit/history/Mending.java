package io.godwit.history;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells of each damage of the history what would put it right, by what the audit trail proves. Reads only; for one use. */
public final class Mending {

    private final HistoryReader reader;
    private final HistoryWriter writer;
    private final String actor;
    private final String at;
    private final RowTexts texts;

    /**
     * For one history.
     *
     * @param writer of the run that would write
     * @param actor who would sign
     * @param at when
     */
    public Mending(HistoryReader reader, HistoryWriter writer, String actor, String at, RowTexts texts) {
        this.reader = reader;
        this.writer = writer;
        this.actor = actor;
        this.at = at;
        this.texts = texts;
    }

    /** In the order in which they are best mended: what the trail still proves before the trail itself. */
    public List<Mend> mends() throws SQLException {
        List<AuditEntry> entries = reader.audit();
        TrailCheck trail = new TrailCheck(entries);
        Map<String, Expected> expected = Expected.of(entries);
        List<StoredRow> rows = reader.stored();
        List<StepJournal> journals = reader.journals();
        List<Mend> mends = new ArrayList<>(lock());
        Map<String, List<Damage>> byRow = new LinkedHashMap<>();
        for (Damage damage : new RowCheck(expected, rows, HistoryCheck.underWay(journals)).damages()) {
            byRow.computeIfAbsent(damage.row(), row -> new ArrayList<>()).add(damage);
        }
        RowPool pool = new RowPool(rows);
        texts.texts().forEach(pool::text);
        texts.sourceHashes().forEach(pool::source);
        List<StoredRow> loose = new ArrayList<>();
        List<Mend> unproven = new ArrayList<>();
        byRow.forEach((id, damages) -> {
            List<StoredRow> copies =
                    rows.stream().filter(row -> row.id().equals(id)).toList();
            Expected entry = expected.get(id);
            if (entry == null && isUnderWay(copies)) {
                Mend mend = new OwnMend(copies.get(0), damages, writer).mend(pool, trail.head(), actor, at);
                (mend.isProven() ? mends : unproven).add(mend);
            } else if (entry == null) {
                loose.addAll(copies);
            } else {
                Mend mend = new RowMend(id, entry, copies, damages, writer).mend(pool);
                (mend.isProven() ? mends : unproven).add(mend);
            }
        });
        mends.addAll(unproven);
        if (trail.damages().isEmpty() && mends.isEmpty()) {
            mends.addAll(journals(journals, rows, expected, pool, trail.head()));
        }
        boolean broken = !trail.damages().isEmpty();
        List<ObjectRow> objects = reader.tracesObjects() ? reader.objectRows() : List.of();
        boolean signed = broken || !loose.isEmpty();
        if (!signed && reader.tracesObjects()) {
            mends.addAll(new ObjectMend(Ownership.of(entries), objects, writer.objects()).mends());
        }
        if (signed) {
            List<String> gone = unproven.stream()
                    .map(Mend::migrationId)
                    .filter(id -> rows.stream().noneMatch(row -> row.id().equals(id)))
                    .toList();
            mends.add(new TrailMend(entries, trail, loose, broken ? gone : List.of(), rows, objects)
                    .mend(actor, at, writer.runId()));
        }
        return mends;
    }

    private static boolean isUnderWay(List<StoredRow> copies) {
        return copies.size() == 1 && OwnProof.isUnderWay(copies.get(0));
    }

    /** Once the rows of the migrations are right. */
    private List<Mend> journals(
            List<StepJournal> journals,
            List<StoredRow> rows,
            Map<String, Expected> expected,
            RowPool pool,
            AuditHead head) {
        return journals.stream()
                .filter(journal -> !journal.damages().isEmpty())
                .map(journal -> new JournalMend(
                                journal,
                                pluginOf(journal.migrationId(), rows),
                                expected.containsKey(journal.migrationId()),
                                writer)
                        .mend(pool, head, actor, at))
                .toList();
    }

    private static String pluginOf(String migrationId, List<StoredRow> rows) {
        return rows.stream()
                .filter(row -> row.id().equals(migrationId))
                .map(row -> row.text("plugin_id"))
                .findFirst()
                .orElse("");
    }

    private List<Mend> lock() throws SQLException {
        String wrong = reader.lockDamage();
        return wrong.isEmpty()
                ? List.of()
                : List.of(new Mend(
                        "",
                        "",
                        HistoryTables.LOCK.name().text(),
                        new Damage(HistoryTables.LOCK.name().text(), "", "", wrong).toString(),
                        "its one row is written again, with layout " + HistoryTables.LAYOUT,
                        writer.lockAfresh()));
    }
}
