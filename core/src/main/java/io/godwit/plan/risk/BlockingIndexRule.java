package io.godwit.plan.risk;

import io.godwit.dialect.Feature;
import io.godwit.dialect.Impact;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.DropIndex;
import io.godwit.plan.Severity;
import java.util.Optional;

/** An index on a table with rows is made or dropped in the way that blocks, where the engine has a way that does not. */
final class BlockingIndexRule extends Rule {

    BlockingIndexRule() {
        super(new RuleText(
                "blocking-index",
                Severity.MEDIUM,
                "An index on a table with rows is made or dropped in the way that blocks, where the engine has a way that does not.",
                "Writers wait until the index is built.",
                "\"concurrently\": true, in a step of its own with \"transactional\": false"));
    }

    @Override
    Optional<Risk> look(Change change) {

        if (!change.supports(Feature.CONCURRENT_INDEXES)) {
            return Optional.empty();
        }
        if (change.operation() instanceof CreateIndex create
                && !create.concurrently()
                && change.isOld(create.table())
                && change.impact().isAtLeast(Impact.SCAN)) {
            return risk(change.rows(create.table()), "builds an index on " + create.table() + " while writers wait")
                    .map(risk -> risk.safer(change.gentler()));
        } else if (change.operation() instanceof DropIndex drop && !drop.concurrently() && change.isOld(drop.table())) {
            return change.rows(drop.table())
                    .weigh(Severity.LOW)
                    .map(severity -> risk(Severity.LOW, "drops index " + drop.index() + " while readers wait")
                            .safer(change.gentler()));
        }
        return Optional.empty();
    }
}
