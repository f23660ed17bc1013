package io.godwit.changelog;

import io.godwit.dialect.Dialect;
import java.util.List;

/** Verifies Liquibase's rows against their change sets; the only way into what needs Liquibase. Stateless. */
final class VerifiedChanges {

    private VerifiedChanges() {}

    /** @throws io.godwit.failure.ChangelogRefusedException with every row whose change set is missing or was changed */
    static void verify(LiquibaseSource source, Dialect dialect, List<RanChange> rows) {
        LiquibaseThread.call(source.changelog(), () -> {
            try (LiquibaseReader reader = new LiquibaseReader(source, dialect)) {
                Findings findings = new Findings(false);
                ChangeSets sets = new ChangeSets(reader.read(), reader.database(), findings);
                reader.within(() ->
                        rows.forEach(row -> sets.verify(row, sets.find(row).orElse(null))));
                findings.refuseIfAny();
                return findings;
            }
        });
    }
}
