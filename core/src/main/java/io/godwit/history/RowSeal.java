package io.godwit.history;

import java.util.ArrayList;
import java.util.List;

/**
 * What an entry of the audit trail proves of its migration's row. {@code state} and {@code run_id} are told by the trail itself, and
 * how long it took is no evidence: a message says it before it is known. Immutable.
 *
 * @param columns digest of the small columns, which every run reads
 * @param document digest of the document
 * @param journal digest of the journal
 */
public record RowSeal(String columns, String document, String journal) {

    /** Of a row as it is written. */
    public static RowSeal of(AppliedMigration row, String document, String journal) {
        return new RowSeal(columns(row), text(document), text(journal));
    }

    static String columns(AppliedMigration row) {
        return new Digest()
                .add(row.sequence())
                .add(row.pluginId())
                .add(row.migrationId())
                .add(row.version().toString())
                .add(row.upHash())
                .add(row.downHash())
                .add(row.sourceHash())
                .add(row.relations().toString())
                .add(row.appliedAt())
                .add(row.actor())
                .text();
    }

    static String text(String text) {
        return new Digest().add(text).text();
    }

    /** The columns that are not as they were written. */
    List<String> broken(String documentNow, String journalNow) {
        List<String> broken = new ArrayList<>();
        if (!document.equals(text(documentNow))) {
            broken.add("document");
        }
        if (!journal.equals(text(journalNow))) {
            broken.add("journal");
        }
        return broken;
    }
}
