package io.godwit.cli;

import io.godwit.Godwit;
import io.godwit.engine.RepairChoice;
import io.godwit.engine.RepairPlan;
import io.godwit.engine.RepairReport;
import io.godwit.engine.RepairWay;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Shows what a run does not get over by itself, and goes the way out that a person chose. */
@Command(
        name = "repair",
        description = {
            "Shows what a run does not get over by itself, with the ways out; goes the way that is chosen.",
            "Without a choice, or with --dry-run, nothing is changed. Exit code 5: repair is still needed."
        })
final class RepairCommand implements Callable<Integer> {

    @ParentCommand
    private GodwitCommand parent;

    @Mixin
    private final RunOptions run = new RunOptions();

    @Option(names = "--migration", paramLabel = "ID", description = "What the choice is about.")
    private @Nullable String migration;

    @Option(names = "--step", paramLabel = "ID", description = "The step whose last statement is in doubt.")
    private @Nullable String step;

    @Option(
            names = "--as",
            paramLabel = "done|undone",
            description = "With --step: the statement in doubt took effect, or did not.")
    private @Nullable Verdict verdict;

    @ArgGroup
    private @Nullable Way way;

    /** What a person saw in the database. */
    enum Verdict {
        DONE,
        UNDONE
    }

    /** What becomes of the migration; one of these. */
    static final class Way {

        @Option(names = "--resume", description = "Goes on with it: the steps that are left run.")
        private boolean resume;

        @Option(names = "--take-back", description = "Takes back what is done, by its stored inverses.")
        private boolean takeBack;

        @Option(names = "--mend", description = "Puts back into the history what the audit trail proves.")
        private boolean mend;

        @Option(
                names = "--acknowledge",
                description = "Signs for an audit trail that is damaged: a new segment begins.")
        private boolean acknowledge;

        @Option(names = "--forget", description = "The history forgets it; the database stays as it is.")
        private boolean forget;

        /** Whether it may be of no migration. */
        boolean isOfTheHistory() {
            return mend || acknowledge;
        }

        RepairWay way() {
            if (mend || acknowledge) {
                return mend ? RepairWay.MEND : RepairWay.ACKNOWLEDGE;
            }
            if (resume == takeBack && !forget) {
                throw new UsageException("say one of --resume, --take-back, --forget, --mend and --acknowledge");
            }
            return resume ? RepairWay.RESUME : takeBack ? RepairWay.TAKE_BACK : RepairWay.FORGET;
        }
    }

    @Override
    public Integer call() {
        parent.options().refusePlanFormats();
        List<RepairChoice> choices = choices();
        RepairOutput output = new RepairOutput(parent.terminal(), parent.options());
        RunOutput progress = new RunOutput(parent.terminal(), parent.options());
        Godwit godwit = run.configure(parent.host().reading(), progress).build();
        if (run.dry()) {
            RepairPlan plan = godwit.planRepair();
            choices.forEach(plan::chosen);
            return output.print(plan);
        }
        RepairReport report = godwit.repair(choices.toArray(RepairChoice[]::new));
        return output.print(report);
    }

    private List<RepairChoice> choices() {
        String id = migration;
        if (id == null) {
            if (way != null && way.isOfTheHistory()) {
                return List.of(RepairChoice.of("", way.way()));
            }
            if (step != null || verdict != null || way != null) {
                throw new UsageException("say --migration ID too; repair --dry-run shows what there is to repair");
            }
            return List.of();
        }
        if ((step == null) != (verdict == null)) {
            throw new UsageException("--step ID and --as done|undone go together");
        }
        if (verdict == null && way == null) {
            throw new UsageException(
                    "say what is to be done: --step ID --as done|undone, --resume, --take-back or --forget");
        }
        List<RepairChoice> choices = new ArrayList<>();
        if (step != null && verdict != null) {
            choices.add(RepairChoice.of(id, step, verdict == Verdict.DONE ? RepairWay.DONE : RepairWay.UNDONE));
        }
        if (way != null) {
            choices.add(RepairChoice.of(id, way.way()));
        }
        return choices;
    }
}
