package io.godwit.history;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Signs for a trail that is damaged, which nothing can mend: an entry that says so, with the digest of all before it, begins a new
 * segment; rows that it no longer proves are taken as they are, where their documents agree with their hashes.
 *
 * @param loose rows of which no entry tells
 * @param gone migrations of which entries tell, and whose rows are not there
 * @param objects the rows of {@code godwit_object}, of which a part of the trail may have told that is not there
 */
record TrailMend(
        List<AuditEntry> entries,
        TrailCheck trail,
        List<StoredRow> loose,
        List<String> gone,
        List<StoredRow> rows,
        List<ObjectRow> objects) {

    Mend mend(String actor, String at, String runId) {
        List<StoredRow> taken = loose.stream().filter(TrailMend::isTakenAsItIs).toList();
        List<AuditEntry> signed = new ArrayList<>();
        AuditHead head = new AuditHead(last(), trail.head().hash());
        String words = "the audit trail up to entry " + trail.head().sequence()
                + " is damaged, and a new segment begins here: " + problem();
        AuditEntry first = head.next(
                at,
                actor,
                AuditEntry.REPAIR,
                "",
                "",
                runId,
                "done",
                Evidence.ofTrail(trail.digest())
                        .with(ObjectChange.afresh(objects))
                        .behind(words));
        signed.add(first);
        for (StoredRow row : taken) {
            RowSeal seal = RowSeal.of(row.row(), row.text("document"), row.text("journal"));
            signed.add(next(
                    signed,
                    at,
                    actor,
                    row.text("plugin_id"),
                    row.id(),
                    runId,
                    Evidence.NONE.with(seal).behind("the row is taken as it is")));
        }
        for (String id : gone) {
            signed.add(next(signed, at, actor, "", id, runId, AuditEntry.FORGOTTEN + id));
        }
        return new Mend("", "", "godwit_audit", problem(), effect(first, taken), List.of(), signed, false);
    }

    private static AuditEntry next(
            List<AuditEntry> signed, String at, String actor, String plugin, String id, String runId, String detail) {
        return AuditHead.at(signed.get(signed.size() - 1))
                .next(at, actor, AuditEntry.REPAIR, plugin, id, runId, "done", detail);
    }

    private static boolean isTakenAsItIs(StoredRow row) {
        return row.unreadable().isEmpty() && row.row().state() == MigrationState.APPLIED && row.hashesItsDocument();
    }

    private long last() {
        return rows.stream()
                .filter(row -> row.unreadable().isEmpty())
                .mapToLong(row -> row.row().sequence())
                .reduce(entries.stream().mapToLong(AuditEntry::sequence).max().orElse(0), Math::max);
    }

    private String problem() {
        String broken = trail.damages().stream().map(Damage::toString).collect(Collectors.joining("; "));
        String untold = loose.stream().map(StoredRow::id).collect(Collectors.joining(", "));
        return broken
                + (broken.isEmpty() || untold.isEmpty() ? "" : "; ")
                + (untold.isEmpty() ? "" : "no entry tells of " + untold);
    }

    private String effect(AuditEntry first, List<StoredRow> taken) {
        String kept = taken.stream().map(StoredRow::id).collect(Collectors.joining(", "));
        String left = loose.stream()
                .filter(row -> !taken.contains(row))
                .map(StoredRow::id)
                .collect(Collectors.joining(", "));
        return "entry " + first.sequence() + " signs for it, and a new segment begins"
                + (kept.isEmpty() ? "" : "; taken as they are: " + kept)
                + (objects.isEmpty() ? "" : "; what belongs to whom is taken as it is: rows " + objects.size())
                + (gone.isEmpty() ? "" : "; taken as gone: " + String.join(", ", gone))
                + (left.isEmpty() ? "" : "; to be put right by hand: " + left);
    }
}
