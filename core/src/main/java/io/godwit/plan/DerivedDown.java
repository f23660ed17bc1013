package io.godwit.plan;

import io.godwit.failure.PlanRefusedException;
import io.godwit.migration.Step;
import io.godwit.operation.DropTable;
import io.godwit.operation.Operation;
import io.godwit.operation.RenameTable;
import io.godwit.schema.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The down side that follows from a journal: the inverses of what was done, the last one first. */
public final class DerivedDown {

    private final String migration;
    private final Journal journal;
    private final Set<TableName> dropped;
    private final boolean leaves;

    /**
     * Of one migration.
     *
     * @param dropped tables that are dropped with it: what happened to their rows goes with them
     */
    public DerivedDown(String migration, Journal journal, Set<TableName> dropped) {
        this(migration, journal, dropped, false);
    }

    /**
     * As the other.
     *
     * @param leaves whether what cannot be undone is left as it is, with a finding, instead of refused
     */
    DerivedDown(String migration, Journal journal, Set<TableName> dropped, boolean leaves) {
        this.leaves = leaves;
        this.migration = migration;
        this.journal = journal;
        this.dropped = dropped;
    }

    /** The steps, or a refusal.
     *
     * @throws PlanRefusedException if a step cannot be undone, before anything is */
    public List<Step> steps(List<Finding> findings) {
        List<JournalStep> reversed = new ArrayList<>(journal.steps());
        Collections.reverse(reversed);
        List<Step> steps = new ArrayList<>();
        for (JournalStep step : reversed) {
            List<Operation> operations = step.skipped() ? List.of() : operations(step, findings);
            if (!operations.isEmpty()) {
                steps.add(Step.of("undo-" + step.id(), operations));
            }
        }
        return steps;
    }

    /** The tables that the inverses of these journals drop, the oldest journal first, under each name that they had. */
    public static Set<TableName> droppedBy(List<Journal> oldestFirst) {
        Set<TableName> dropped = new HashSet<>();
        for (Journal journal : oldestFirst) {
            for (JournalStep step : journal.steps()) {
                step.entries()
                        .forEach(entry -> entry.inverse().operations().forEach(inverse -> collect(inverse, dropped)));
            }
        }
        return dropped;
    }

    private static void collect(Operation inverse, Set<TableName> dropped) {
        if (inverse instanceof DropTable drop) {
            dropped.add(drop.table());
        } else if (inverse instanceof RenameTable rename && dropped.contains(rename.to())) {
            dropped.add(rename.from());
        }
    }

    private List<Operation> operations(JournalStep step, List<Finding> findings) {
        if (!step.undoable() && !leaves) {
            throw refused(step, "it says rollbackSupported: false");
        }
        List<JournalEntry> reversed = new ArrayList<>(step.entries());
        Collections.reverse(reversed);
        List<Operation> operations = new ArrayList<>();
        for (JournalEntry entry : reversed) {
            Inverse inverse = entry.inverse();
            if (entry.goesWith(dropped)) {
                continue;
            }
            if (inverse.undo() == Undo.NONE) {
                if (!leaves) {
                    throw refused(step, inverse.reason());
                }
                findings.add(left(step, inverse.reason()));
                continue;
            }
            if (inverse.undo() == Undo.LOSSY) {
                findings.add(new Finding(
                        "irreversible", Severity.MEDIUM, migration, step.id(), inverse.reason(), "restore a backup"));
            }
            operations.addAll(inverse.operations());
        }
        return operations;
    }

    private Finding left(JournalStep step, String reason) {
        return new Finding(
                "uninstall",
                Severity.HIGH,
                migration,
                step.id(),
                "what the step did stays: " + reason,
                "take away by hand what is not wanted any more");
    }

    private PlanRefusedException refused(JournalStep step, String reason) {
        return new PlanRefusedException("Step " + step.id() + " of migration " + migration + " cannot be undone: "
                + reason + ". Nothing was changed. Write \"steps.down\" in the migration, and run this again.");
    }
}
