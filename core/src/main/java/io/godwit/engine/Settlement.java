package io.godwit.engine;

import io.godwit.dialect.Feature;
import io.godwit.dialect.SchemaState;
import io.godwit.failure.RepairNeededException;
import io.godwit.history.RecordedStep;
import io.godwit.history.StepProgress;
import io.godwit.migration.Down;
import io.godwit.migration.Migration;
import io.godwit.migration.Step;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.DropIndex;
import io.godwit.operation.Operation;
import io.godwit.operation.Sql;
import io.godwit.plan.Journal;
import io.godwit.plan.LiveSchema;
import io.godwit.plan.PluginDefinitions;
import io.godwit.plan.Rendering;
import io.godwit.plan.SqlKind;
import io.godwit.plan.StepRenderer;
import java.util.ArrayList;
import java.util.List;

/** Settles a statement that an interrupted run was about to run, by looking whether its effect is there; it never guesses. */
final class Settlement {

    private final Session session;
    private final Rendering rendering;
    private final LiveSchema live;

    /** By the database as it is now. */
    Settlement(Session session, Rendering rendering) {
        this.session = session;
        this.rendering = rendering;
        this.live = new LiveSchema(session.dialect().introspector(), session.connection());
    }

    /** Whether a statement of the step may have run, and nothing is written about it. */
    static boolean isUnsettled(RecordedStep step) {
        StepProgress progress = step.progress();
        return step.state().equals(RecordedStep.INTENT)
                && progress.statement() >= 0
                && progress.statement() < progress.statements().size()
                && !SqlKind.changesRowsOnly(List.of(statement(step)));
    }

    /** The one that may have run. */
    static String statement(RecordedStep step) {
        return step.progress().statements().get(step.progress().statement());
    }

    /**
     * Whether the statement is done that an interrupted run was about to run.
     *
     * @param operations whose statement it is
     * @param whole whether they have no other; of several, each is tried again, and the engine says if it ran
     * @throws RepairNeededException if neither can tell
     */
    boolean isDone(String migration, RecordedStep step, List<Operation> operations, boolean whole) {
        if (isOpaque(operations)) {
            throw doubt(migration, step);
        }
        OperationEffect effect = new OperationEffect(live, session.dialect().naming());
        boolean invisible = operations.stream().anyMatch(Settlement::isConcurrentDrop)
                && session.dialect().supports(Feature.CONCURRENT_INDEXES);
        return whole && !invisible && operations.stream().allMatch(effect::isThere);
    }

    /**
     * Whether the statements of an operation are best run again from the first: an index that was being made, or dropped, beside its
     * readers and writers may be left behind invalid, which is as good as not there and has to go.
     */
    boolean startsOver(List<Operation> operations) {
        return session.dialect().supports(Feature.CONCURRENT_INDEXES)
                && operations.size() == 1
                && (isConcurrentIndex(operations.get(0)) || isConcurrentDrop(operations.get(0)));
    }

    private static boolean isConcurrentIndex(Operation operation) {
        return operation instanceof CreateIndex create && create.concurrently();
    }

    private static boolean isConcurrentDrop(Operation operation) {
        return operation instanceof DropIndex drop && drop.concurrently();
    }

    private static boolean isOpaque(List<Operation> operations) {
        return operations.isEmpty() || operations.stream().anyMatch(Sql.class::isInstance);
    }

    /** Whether {@link #isDone} would be left in doubt, told by the migration as it was recorded. */
    boolean isDoubtful(Migration migration, RecordedStep row) {
        return steps(migration, row.direction()).stream()
                .filter(step -> step.id().equals(row.stepId()))
                .findFirst()
                .map(step -> isOpaque(current(migration, step, row)))
                .orElse(false);
    }

    /** Steps of a way back that nobody wrote have no SQL in them. */
    private static List<Step> steps(Migration migration, String direction) {
        if (direction.equals(RecordedStep.UP)) {
            return migration.up();
        }
        return direction.equals(RecordedStep.DOWN) && migration.down() instanceof Down.Explicit explicit
                ? explicit.steps()
                : List.of();
    }

    private List<Operation> current(Migration migration, Step step, RecordedStep row) {
        int begun = Journal.parse(row.inverse()).steps().stream()
                .mapToInt(journal -> journal.entries().size())
                .sum();
        List<Operation> operations = new StepRenderer(rendering, migration.id())
                .open(step, begun, new SchemaState(live, session.dialect()), new PluginDefinitions(), new ArrayList<>())
                .passed();
        return operations.subList(Math.min(row.progress().operations(), operations.size()), operations.size());
    }

    private static RepairNeededException doubt(String migration, RecordedStep step) {
        return new RepairNeededException("Migration " + migration + " was interrupted in step " + step.stepId()
                + ", whose statements commit by themselves, and the catalog cannot tell whether the last one was done."
                + "\n  statement: " + statement(step)
                + "\n  database: it is partial: the steps before are done, those behind are not"
                + "\n  next: look whether the statement took effect; if so, run:  "
                + RepairAction.command(migration, step.stepId(), RepairWay.DONE)
                + "\n        else:  " + RepairAction.command(migration, step.stepId(), RepairWay.UNDONE)
                + "\n        then run again");
    }
}
