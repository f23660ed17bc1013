package io.godwit.engine;

import io.godwit.dialect.Feature;
import io.godwit.history.AuditEntry;
import io.godwit.history.AuditHead;
import io.godwit.history.HistoryReader;
import io.godwit.history.HistoryWriter;
import io.godwit.history.Mend;
import io.godwit.history.Mending;
import io.godwit.history.RowTexts;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Puts right what is damaged in the history itself. For one use, on one thread. */
final class HistoryRepair {

    private final Session session;
    private final RunOptions options;
    private final HistoryReader reader;
    private final HistoryWriter writer;
    private final Function<Session, RowTexts> texts;

    HistoryRepair(Session session, RunOptions options, Function<Session, RowTexts> texts) {
        this.session = session;
        this.options = options;
        this.reader = new HistoryReader(session.dialect(), session.connection());
        this.writer = new HistoryWriter(session.dialect(), UUID.randomUUID().toString());
        this.texts = texts;
    }

    List<RepairAction> actions() throws SQLException {
        return mends(new RowTexts(List.of(), List.of())).isEmpty()
                ? List.of()
                : mends(texts.apply(session)).stream()
                        .map(HistoryRepair::action)
                        .toList();
    }

    private List<Mend> mends(RowTexts known) throws SQLException {
        return new Mending(reader, writer, options.actor(), Run.now(), known).mends();
    }

    private static RepairAction action(Mend mend) {
        List<RepairOption> ways = new ArrayList<>();
        if (mend.isProven()) {
            ways.add(new RepairOption(RepairWay.MEND, mend.effect()));
        } else if (mend.isSigned()) {
            ways.add(new RepairOption(RepairWay.ACKNOWLEDGE, mend.effect()));
        }
        if (mend.forgettable()) {
            ways.add(PartialMigrations.forget());
        }
        return new RepairAction(
                RepairAction.Kind.DAMAGED,
                mend.pluginId(),
                mend.migrationId(),
                "",
                "",
                "",
                !mend.isProven() && !mend.isSigned() ? mend.problem() + "; " + mend.effect() : mend.problem(),
                ways);
    }

    /** What was done, in a sentence; all of it with its entry in the audit trail, or nothing. */
    String run(RepairAction action) throws SQLException {
        Mend mend = mends(texts.apply(session)).stream()
                .filter(candidate -> action(candidate).equals(action))
                .findFirst()
                .orElseThrow();
        List<String> words = new ArrayList<>();
        new WorkTransaction(session, List.of()).run(() -> {
            List<String> statements = new ArrayList<>();
            if (mend.isProven() && mend.migrationId().isEmpty()) {
                statements.addAll(mend.statements());
            }
            if (!session.dialect().supports(Feature.SINGLE_WRITER)) {
                statements.add(writer.begin(options.actor(), Run.now()));
            }
            if (!mend.migrationId().isEmpty()) {
                statements.addAll(mend.statements());
            }
            for (String statement : statements) {
                session.update(statement);
            }
            List<AuditEntry> entries = mend.isSigned() ? mend.acknowledgement() : List.of(mended(mend));
            for (AuditEntry entry : entries) {
                session.update(writer.audit(entry));
            }
            words.add(entries.get(0).words());
        });
        return words.get(0);
    }

    private AuditEntry mended(Mend mend) throws SQLException {
        AuditHead head = reader.head();
        return head.next(
                Run.now(),
                options.actor(),
                "repair",
                mend.pluginId(),
                mend.migrationId(),
                writer.runId(),
                "done",
                mend.subject() + " is as it was: " + mend.effect() + "; it had been: " + mend.problem());
    }
}
