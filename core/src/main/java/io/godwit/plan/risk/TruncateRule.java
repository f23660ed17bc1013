package io.godwit.plan.risk;

import io.godwit.plan.Severity;

/** SQL text empties a table. */
final class TruncateRule extends Rule {

    TruncateRule() {
        super(new RuleText(
                "truncate",
                Severity.HIGH,
                "SQL text empties a table.",
                "All its rows are gone, and triggers do not see it.",
                "deleteRows with a condition, after a backup"));
    }

    // Found in SQL text: see TextRules.
}
