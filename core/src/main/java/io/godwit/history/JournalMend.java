package io.godwit.history;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts the rows of {@code godwit_step} right of one migration where they prove what they were, or says what is in doubt and lets a
 * person decide.
 *
 * @param pluginId whose migration it is; empty if its row is gone
 * @param whole whether the audit trail proves that nothing of it is under way
 */
record JournalMend(StepJournal journal, String pluginId, boolean whole, HistoryWriter writer) {

    Mend mend(RowPool pool, AuditHead head, String actor, String at) {
        if (!journal.state().equals(MigrationState.PARTIAL.toString())) {
            return without(head, actor, at);
        }
        List<StoredStep> proven = new ArrayList<>();
        for (StoredStep row : journal.rows()) {
            proven(row, pool).ifPresent(proven::add);
        }
        if (new StepJournal(journal.migrationId(), journal.state(), journal.count(), proven)
                        .damages()
                        .isEmpty()
                && proven.size() == journal.rows().size()) {
            return mended(proven);
        }
        return inDoubt(head, actor, at);
    }

    private static Optional<StoredStep> proven(StoredStep row, RowPool pool) {
        return row.damages().isEmpty()
                ? Optional.of(row)
                : row.proven()
                        .or(() -> Evidence.in(row.evidence())
                                .step()
                                .flatMap(seal -> pool.withDigest(seal.inverse()))
                                .flatMap(inverse -> row.withInverse(inverse).proven()));
    }

    private Mend mended(List<StoredStep> rows) {
        List<String> statements = new ArrayList<>();
        List<String> effects = new ArrayList<>();
        rows.stream().filter(row -> !journal.rows().contains(row)).forEach(row -> {
            statements.addAll(writer.again(row));
            effects.add("step " + row.stepId() + " is " + row.state() + ", " + row.direction() + ", at place "
                    + row.position() + ", with the inverses that it had");
        });
        return new Mend(pluginId, journal.migrationId(), subject(), problem(), String.join("; ", effects), statements);
    }

    /** Rows of a migration of which nothing is under way. */
    private Mend without(AuditHead head, String actor, String at) {
        boolean sealed = journal.rows().stream()
                .allMatch(row -> !row.evidence().isEmpty() && row.damages().isEmpty());
        if (whole && !sealed) {
            return new Mend(
                    pluginId,
                    journal.migrationId(),
                    subject(),
                    problem(),
                    "the rows are taken out: the audit trail proves that the migration is whole",
                    List.of(writer.stepsGone(journal.migrationId())));
        }
        if (whole) {
            return new Mend(
                    pluginId,
                    journal.migrationId(),
                    subject(),
                    problem(),
                    "state = 'partial', as the rows of its steps prove",
                    List.of(writer.moved(journal.migrationId(), MigrationState.PARTIAL)));
        }
        String words = AuditEntry.FORGOTTEN + journal.migrationId() + ", whose row is gone; the database is as it was";
        return new Mend(
                "",
                journal.migrationId(),
                subject(),
                problem(),
                "the rows are taken out; what the steps did (" + told() + ") stays in the database: look at it first",
                List.of(writer.stepsGone(journal.migrationId())),
                List.of(entry(head, actor, at, words)),
                false);
    }

    private Mend inDoubt(AuditHead head, String actor, String at) {
        Set<String> ids = new LinkedHashSet<>();
        boolean readable = journal.rows().stream().allMatch(row -> row.read().isPresent() && ids.add(row.stepId()));
        if (!readable) {
            return new Mend(
                    pluginId,
                    journal.migrationId(),
                    subject(),
                    problem(),
                    "nothing tells what stood there; in doubt is what the steps did: look at the database",
                    List.of(),
                    List.of(),
                    true);
        }
        List<String> statements = new ArrayList<>();
        journal.rows().stream()
                .flatMap(row -> row.read().stream())
                .forEach(step -> statements.add(writer.stepMoved(journal.migrationId(), step)));
        statements.add(writer.stepsCounted(journal.migrationId()));
        String words = "the journal of " + journal.migrationId() + " is taken as it stands: " + told();
        return new Mend(
                pluginId,
                journal.migrationId(),
                subject(),
                problem(),
                "the journal is taken as it stands: " + told()
                        + ". In doubt is what else was done: look at the database first; the next run goes on from there",
                statements,
                List.of(entry(head, actor, at, words)),
                true);
    }

    private AuditEntry entry(AuditHead head, String actor, String at, String words) {
        return head.next(at, actor, AuditEntry.REPAIR, pluginId, journal.migrationId(), writer.runId(), "done", words);
    }

    private String told() {
        return journal.rows().isEmpty()
                ? "no step is done"
                : journal.rows().stream()
                        .map(row -> "step " + row.stepId() + " " + row.state()
                                + (row.direction().equals(RecordedStep.UP) ? "" : " (" + row.direction() + ")"))
                        .collect(Collectors.joining(", "));
    }

    private String subject() {
        return "the journal of " + journal.migrationId();
    }

    private String problem() {
        return journal.damages().stream().map(Damage::toString).collect(Collectors.joining("; "));
    }
}
