package io.godwit.engine;

import io.godwit.failure.GodwitException;
import io.godwit.migration.Step;
import io.godwit.plan.DerivedDown;
import io.godwit.plan.Finding;
import io.godwit.plan.Journal;
import io.godwit.plan.StepPlan;
import io.godwit.plan.Undo;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes back what a failed migration has done already, when no transaction covered it, by the inverses that were stored. */
final class Compensation {

    private final Run run;
    private final String migration;
    private final List<Finding> findings;
    private List<String> closing = List.of();
    private @Nullable StepFailure failed;

    Compensation(Run run, String migration, List<Finding> findings) {
        this.run = run;
        this.migration = migration;
        this.findings = findings;
    }

    /** What the last transaction writes besides. */
    Compensation closing(List<String> statements) {
        closing = statements;
        return this;
    }

    /** The inverse that failed; null if none did. */
    @Nullable
    StepFailure failure() {
        return failed;
    }

    /**
     * Runs the inverses of what is done.
     *
     * @return why nothing was taken back, if an inverse is missing, lossy or fails; empty if all was
     */
    String takeBack(Journal done) {
        run.ends();
        List<String> gone = new ArrayList<>(
                List.of(run.writer().stepsGone(migration), run.writer().rolledBack(migration)));
        gone.addAll(closing);
        return takeBack(done, gone);
    }

    /**
     * Of a step that is skipped: runs the inverses of what is done of it.
     *
     * @param records what the same transaction writes
     * @return as {@link #takeBack(Journal)}
     */
    String takeBack(Journal done, List<String> records) {
        if (!exact(done)) {
            return "a step that is done has no exact inverse";
        }
        WorkTransaction transaction = new WorkTransaction(run.session(), List.of());
        try {
            run.session().limit(run.options().statementTimeout());
            transaction.begin();
            for (Step step : steps(done)) {
                StepPlan plan = StepPlan.later(step, true);
                new StepRun(run, migration, plan, findings).run();
            }
            for (String statement : records) {
                run.session().execute(statement);
            }
            transaction.commit();
            return "";
        } catch (StepFailure failure) {
            failed = failure;
            transaction.rollback();
            return failed(failure.cause());
        } catch (SQLException | GodwitException e) {
            transaction.rollback();
            return failed(e);
        }
    }

    static String failed(Exception inverse) {
        return "its inverses could not be run: " + inverse.getMessage();
    }

    static boolean exact(Journal done) {
        return done.steps().stream()
                .flatMap(step -> step.entries().stream())
                .allMatch(entry ->
                        entry.inverse().undo() == Undo.EXACT || entry.goesWith(DerivedDown.droppedBy(List.of(done))));
    }

    private List<Step> steps(Journal done) {
        return new DerivedDown(migration, done, DerivedDown.droppedBy(List.of(done))).steps(new ArrayList<>());
    }
}
