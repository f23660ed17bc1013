package io.godwit.plan.risk;

import io.godwit.operation.AddPrimaryKey;
import io.godwit.plan.Severity;
import io.godwit.schema.Name;
import java.util.List;
import java.util.Optional;

/** A primary key is added to a table with rows. */
final class AddPrimaryKeyRule extends Rule {

    AddPrimaryKeyRule() {
        super(new RuleText(
                "add-primary-key",
                Severity.MEDIUM,
                "A primary key is added to a table with rows.",
                "It fails if two rows are equal there or one is NULL; writers wait while the index is built.",
                "ask for duplicates and NULLs first (plan --check-data)"));
    }

    @Override
    Optional<Risk> look(Change change) {

        if (!(change.operation() instanceof AddPrimaryKey add) || !change.isOld(add.table())) {
            return Optional.empty();
        }
        Rows rows = change.rows(add.table());
        List<Name> columns = add.key().columns();
        return rows.failure(Severity.MEDIUM)
                .map(severity -> risk(
                                severity, "makes " + columns + " the primary key of " + add.table() + rows.words())
                        .safer(change.gentler())
                        .asking(Duplicates.orNull(add.table(), columns)));
    }
}
