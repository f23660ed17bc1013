package io.godwit.history;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks whether the history is as it was written; the connection is the caller's. For one thread. */
public final class HistoryCheck {

    private final HistoryReader reader;

    public HistoryCheck(HistoryReader reader) {
        this.reader = reader;
    }

    /**
     * What is damaged, without looking at documents and journals but those of some plugins.
     *
     * @param history as it was just read
     * @param plugins those whose documents and journals matter
     */
    public List<Damage> damages(History history, Set<String> plugins) throws SQLException {
        List<AuditEntry> entries = reader.audit();
        Map<String, Expected> expected = Expected.of(entries);
        boolean sound = new TrailCheck(entries).damages().isEmpty()
                && new RowGlance(expected, history.rows(), history.underWay()).isSound()
                && history.rows().stream().allMatch(AppliedMigration::isWhole)
                && areSound(reader.texts(plugins), expected)
                && reader.journals().isEmpty()
                && (!history.upToDate() || Ownership.of(entries).matches(reader.objectRows()));
        return sound ? List.of() : verdict().damages();
    }

    private static boolean areSound(List<StoredRow> texts, Map<String, Expected> expected) {
        return texts.stream().allMatch(row -> {
            Expected entry = expected.get(row.id());
            RowSeal seal = entry == null ? null : entry.seal();
            return seal == null
                    || seal.broken(row.text("document"), row.text("journal")).isEmpty();
        });
    }

    /** All that can be told of the history, which is read in whole. */
    public AuditVerdict verdict() throws SQLException {
        List<AuditEntry> entries = reader.audit();
        TrailCheck trail = new TrailCheck(entries);
        List<Damage> damages = new ArrayList<>(trail.damages());
        List<StepJournal> journals = reader.journals();
        damages.addAll(new RowCheck(Expected.of(entries), reader.stored(), underWay(journals)).damages());
        journals.forEach(journal -> damages.addAll(journal.damages()));
        if (reader.tracesObjects()) {
            damages.addAll(new ObjectCheck(Ownership.of(entries), reader.objectRows()).damages());
        }
        return new AuditVerdict(entries.size(), trail.head(), trail.acknowledged(), damages);
    }

    /** Those of which steps are recorded. */
    static Set<String> underWay(List<StepJournal> journals) {
        return journals.stream()
                .filter(journal -> !journal.rows().isEmpty())
                .map(StepJournal::migrationId)
                .collect(Collectors.toSet());
    }
}
