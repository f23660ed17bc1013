package io.godwit.plan.risk;

import io.godwit.dialect.Impact;
import io.godwit.dialect.TableChange;
import io.godwit.plan.Severity;
import java.util.Optional;

/** A change copies the table row for row, where the engine does others in place. */
final class CopyAlgorithmRule extends Rule {

    CopyAlgorithmRule() {
        super(
                new RuleText(
                        "mysql-copy-algorithm",
                        Severity.MEDIUM,
                        "A change copies the table row for row, where the engine does others in place.",
                        "Writers wait for as long as the copy takes, and it needs the space of the table once more.",
                        "a change that the version can do INSTANT or INPLACE; else an online schema change tool, or a quiet hour"));
    }

    @Override
    Optional<Risk> look(Change change) {

        return TableChange.tableOf(change.operation())
                .filter(change::isOld)
                .filter(table -> change.impact() == Impact.COPY)
                .flatMap(table -> risk(change.rows(table), change.operation().kind() + " copies table " + table))
                .map(risk -> risk.safer(change.gentler()));
    }
}
