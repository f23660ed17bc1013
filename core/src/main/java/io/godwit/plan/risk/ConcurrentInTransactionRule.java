package io.godwit.plan.risk;

import io.godwit.plan.Severity;

/** An index is made or dropped concurrently in a step that says it is transactional. */
final class ConcurrentInTransactionRule extends Rule {

    ConcurrentInTransactionRule() {
        super(new RuleText(
                "concurrent-in-transaction",
                Severity.LOW,
                "An index is made or dropped concurrently in a step that says it is transactional.",
                "No transaction can hold it: Godwit takes a step of nothing else out of the transaction and says so, and refuses the others; raw SQL fails.",
                "say \"transactional\": false, in a step of its own"));
    }

    // Found where the plan settles transactions, and in SQL text: see TextRules.
}
