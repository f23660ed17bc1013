package io.godwit.plan;

import java.util.ArrayList;
import java.util.List;

/** The parts of a migration that are transactions of their own, or none. */
public final class Parts {

    private final MigrationPlan plan;

    public Parts(MigrationPlan plan) {
        this.plan = plan;
    }

    /** Neighbouring steps share a transaction, unless one runs outside of any or may be skipped. */
    public List<List<StepPlan>> parts() {
        List<List<StepPlan>> parts = new ArrayList<>();
        List<StepPlan> open = new ArrayList<>();
        for (StepPlan step : plan.steps()) {
            boolean alone = !step.transactional() || step.step().skipOnError();
            if (alone && !open.isEmpty()) {
                parts.add(List.copyOf(open));
                open.clear();
            }
            open.add(step);
            if (alone) {
                parts.add(List.copyOf(open));
                open.clear();
            }
        }
        if (!open.isEmpty()) {
            parts.add(List.copyOf(open));
        }
        return parts;
    }
}
