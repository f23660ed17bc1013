package io.godwit.changelog;

import io.godwit.migration.OnError;
import io.godwit.plan.Direction;
import io.godwit.plan.Finding;
import io.godwit.plan.Handling;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.Plan;
import io.godwit.plan.Severity;
import io.godwit.plan.StepPlan;
import io.godwit.plan.TransformPlan;

/** Finds what of a plan no file of statements can say, and what its reader should know. Immutable. */
record StaticPlan(Plan plan) {

    /** Adds a problem for each step that needs a program, or a look at the database that it runs on. */
    void look(Findings findings) {
        for (MigrationPlan migration : plan.migrations()) {
            if (migration.resumed()) {
                findings.mustNot(migration.id(), "is under way in this database: finish it first (migrate, or repair)");
            }
            if (migration.handling() == Handling.KEEP) {
                findings.mustNot(migration.id(), "is taken out while what it made stays, which has no script");
            }
            migration.steps().forEach(step -> look(migration, step, findings));
        }
        plan.findings().stream()
                .filter(finding -> finding.severity().compareTo(Severity.MEDIUM) >= 0)
                .forEach(finding -> findings.note(place(finding), finding.rule() + ": " + finding.message()));
        plan.migrations().stream()
                .filter(MigrationPlan::requiresBackup)
                .forEach(
                        migration -> findings.note(migration.id(), "asks for a backup before it runs: take one first"));
    }

    private static void look(MigrationPlan migration, StepPlan step, Findings findings) {
        String place = migration.id() + ", step " + step.step().id()
                + (migration.direction() == Direction.DOWN ? " (on the way back)" : "");
        TransformPlan transform = step.transform();
        if (transform != null && transform.script() == null) {
            String what = step.deferred() ? "behind SQL of an engine's own" : "of a file, or by the host's own code";
            findings.mustNot(place, "moves rows " + what + ", which needs a run of Godwit's");
        }
        if (transform != null && transform.transform().onError() == OnError.SKIP) {
            findings.note(place, "rows that a run would leave out (onError: skip) stop the script");
        }
        if (step.step().skipOnError()) {
            findings.mustNot(place, "may be skipped when it fails (skipOnError), which a script cannot");
        }
        if (step.skipsOnValidation()) {
            findings.mustNot(place, "is skipped where its validation does not hold, which a script cannot");
        }
        if (step.deferred()) {
            findings.problem(
                    place,
                    "stands behind SQL of an engine's own and is rendered for the tables that this leaves: what is here is a"
                            + " preview");
        }
        if (step.step().timeout() != null) {
            findings.note(place, "its timeout of " + step.step().timeout() + " seconds has no form in a script");
        }
    }

    private static String place(Finding finding) {
        return finding.step().isEmpty() ? finding.migration() : finding.migration() + ", step " + finding.step();
    }
}
