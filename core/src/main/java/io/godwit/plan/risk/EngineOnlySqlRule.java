package io.godwit.plan.risk;

import io.godwit.operation.Sql;
import io.godwit.plan.Severity;
import java.util.Optional;

/** SQL text is written for single engines, and there is no universal one. */
final class EngineOnlySqlRule extends Rule {

    EngineOnlySqlRule() {
        super(new RuleText(
                "engine-only-sql",
                Severity.LOW,
                "SQL text is written for single engines, and there is no universal one.",
                "Godwit cannot see what it does, cannot take it back, and cannot run it elsewhere.",
                "operations, or SQL under the key \"universal\""));
    }

    @Override
    Optional<Risk> look(Change change) {

        return change.operation() instanceof Sql sql
                        && sql.text().universal().isEmpty()
                        && change.texts().stream().anyMatch(text -> !text.isEmpty())
                ? Optional.of(risk(
                        Severity.LOW,
                        "runs SQL text for "
                                + String.join(", ", sql.text().texts().keySet()) + " only"))
                : Optional.empty();
    }
}
