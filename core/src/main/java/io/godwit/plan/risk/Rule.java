package io.godwit.plan.risk;

import io.godwit.migration.Migration;
import io.godwit.plan.Severity;
import io.godwit.plan.StepPlan;
import java.util.Optional;

/** One pattern of change that a person should know of before it runs. Stateless and thread-safe. */
abstract class Rule {

    private final RuleText text;

    Rule(RuleText text) {
        this.text = text;
    }

    final RuleText text() {
        return text;
    }

    /** What is risky about one operation. */
    Optional<Risk> look(Change change) {
        return Optional.empty();
    }

    /** What is risky about a step as a whole. */
    Optional<Risk> look(StepPlan step, Migration migration) {
        return Optional.empty();
    }

    /** The risk with this rule's own advice. */
    final Risk risk(Severity severity, String message) {
        return new Risk(severity, message, text.safer(), null);
    }

    /** As {@link #risk}, on a table that may be empty: nothing can happen to rows that are not there. */
    final Optional<Risk> risk(Rows rows, String message) {
        return rows.weigh(text.usual()).map(severity -> risk(severity, message + rows.words()));
    }
}
