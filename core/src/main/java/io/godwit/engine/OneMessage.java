package io.godwit.engine;

import io.godwit.dialect.Feature;
import io.godwit.dialect.Statement;
import io.godwit.plan.Direction;
import io.godwit.plan.Journal;
import io.godwit.plan.JournalStep;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.StepPlan;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A whole migration, from BEGIN to COMMIT and with its history, in one message to the server. */
final class OneMessage {

    private static final System.Logger LOG = System.getLogger(OneMessage.class.getName());

    private static final long NOTABLE_MILLIS = 100;

    private final Run run;
    private final MigrationPlan plan;

    OneMessage(Run run, MigrationPlan plan) {
        this.run = run;
        this.plan = plan;
    }

    /** Only for structured operations: nobody must look at anything in between, and no author's text is split by a driver. */
    static boolean suits(Run run, MigrationPlan plan) {
        return run.session().dialect().supports(Feature.STATEMENTS_IN_ONE_MESSAGE)
                && !run.session().dialect().supports(Feature.SINGLE_WRITER)
                && plan.steps().stream().allMatch(OneMessage::suits);
    }

    private static boolean suits(StepPlan step) {
        return step.isStructured()
                && step.preValidation() == null
                && step.postValidation() == null
                && step.step().timeout() == null
                && step.step().expectedChanges() == null;
    }

    /** The message had to say how long it took before it was sent; only where that matters is it worth another one. */
    private void lasted(HistoryEntry entry) {
        if (plan.direction() == Direction.UP && entry.millis() >= NOTABLE_MILLIS) {
            try {
                run.session().update(run.writer().lasted(plan.id(), entry.millis()));
            } catch (SQLException e) {
                LOG.log(System.Logger.Level.DEBUG, "how long " + plan.id() + " took could not be recorded", e);
            }
        }
    }

    /**
     * False if something failed; then nothing is changed, and going step by step tells what it was.
     *
     * @throws SQLException if the connection was lost, and nobody knows what the server did
     */
    boolean succeeds() throws SQLException {
        HistoryEntry entry = new HistoryEntry(run, plan, System.nanoTime());
        WorkTransaction transaction = new WorkTransaction(run.session(), plan.statements());
        List<String> work =
                new ArrayList<>(plan.statements().stream().map(Statement::sql).toList());
        work.addAll(entry.statements(
                new Journal(plan.steps().stream().map(JournalStep::of).toList())));
        try {
            run.session().reached("before a transaction in one message");
            send(transaction.around(work));
            run.session().reached("after a transaction in one message");
            entry.committed();
            lasted(entry);
            return true;
        } catch (SQLException e) {
            if (run.session().isLost(e)) {
                throw e;
            }
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "in one message " + plan.id() + " failed; statement by statement now",
                    e);
            transaction.rollback();
            return false;
        }
    }

    private void send(List<String> message) throws SQLException {
        run.cancellable(true);
        try {
            run.session().together(message);
        } finally {
            run.cancellable(false);
        }
    }
}
