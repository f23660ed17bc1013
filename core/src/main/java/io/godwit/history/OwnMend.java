package io.godwit.history;

import java.util.List;
import java.util.stream.Collectors;

/** Puts the row of a migration right that is under way, by what it proves of itself, or lets a person take it as it is. */
record OwnMend(StoredRow row, List<Damage> damages, HistoryWriter writer) {

    Mend mend(RowPool pool, AuditHead head, String actor, String at) {
        return new OwnProof(row, pool)
                .expected()
                .map(entry -> new RowMend(row.id(), entry, List.of(row), damages, writer).mend(pool))
                .filter(Mend::isProven)
                .orElseGet(() -> taken(head, actor, at));
    }

    private Mend taken(AuditHead head, String actor, String at) {
        String words = "the row of " + row.id() + ", which is under way, is taken as it is";
        AuditEntry entry =
                head.next(at, actor, AuditEntry.REPAIR, row.text("plugin_id"), row.id(), writer.runId(), "done", words);
        return new Mend(
                row.text("plugin_id"),
                row.id(),
                "the row of " + row.id(),
                damages.stream().map(Damage::toString).collect(Collectors.joining("; ")),
                "the row is taken as it is: no document at hand is the one that was recorded",
                List.of(writer.sealed(row)),
                List.of(entry),
                true);
    }
}
