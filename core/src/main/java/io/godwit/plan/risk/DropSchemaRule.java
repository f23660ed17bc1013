package io.godwit.plan.risk;

import io.godwit.operation.DropSchema;
import io.godwit.plan.Severity;
import java.util.Optional;

/** A schema is dropped. */
final class DropSchemaRule extends Rule {

    DropSchemaRule() {
        super(new RuleText(
                "drop-schema",
                Severity.HIGH,
                "A schema is dropped.",
                "What is in it goes with it, or the step fails.",
                "drop what is in it first, each by a step of its own"));
    }

    @Override
    Optional<Risk> look(Change change) {

        if (!(change.operation() instanceof DropSchema drop) || drop.ifEmpty()) {
            return Optional.empty();
        }
        boolean empty = change.before().complete()
                && change.before().objectsIn(drop.schema()).isEmpty();
        return Optional.of(risk(empty ? Severity.LOW : Severity.HIGH, "drops schema " + drop.schema()));
    }
}
