package io.godwit.plan.risk;

import io.godwit.dialect.Impact;
import io.godwit.operation.AddColumn;
import io.godwit.plan.Severity;
import io.godwit.schema.Generated;
import java.util.Optional;

/** A stored generated column is added to a table with rows. */
final class StoredGeneratedRule extends Rule {

    StoredGeneratedRule() {
        super(
                new RuleText(
                        "stored-generated",
                        Severity.MEDIUM,
                        "A stored generated column is added to a table with rows.",
                        "The whole table is written anew while writers wait.",
                        "add a plain column, fill it in batches and keep it by a trigger; or a generated column that is not stored"));
    }

    @Override
    Optional<Risk> look(Change change) {

        if (!(change.operation() instanceof AddColumn add) || !change.isOld(add.table())) {
            return Optional.empty();
        }
        Generated generated = add.column().generated();
        return generated != null && generated.stored() && change.impact().isAtLeast(Impact.REWRITE)
                ? risk(
                        change.rows(add.table()),
                        "computes and stores " + add.table() + "."
                                + add.column().name())
                : Optional.empty();
    }
}
