package io.godwit.plan;

import java.util.ArrayList;
import java.util.List;

/** A plan in one line, for people. */
final class PlanSummary {

    private final Plan plan;

    PlanSummary(Plan plan) {
        this.plan = plan;
    }

    String text() {
        List<String> facts = new ArrayList<>();
        facts.add(count(plan.migrations().size(), "migration"));
        facts.add("risk " + plan.risk());
        plan.estimate().ifPresent(estimate -> facts.add("expected to take " + estimate));
        if (!plan.backups().isEmpty()) {
            facts.add(count(plan.backups().size(), "migration") + " with a backup before");
        }
        return String.join(", ", facts);
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
