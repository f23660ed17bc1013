package io.godwit.plan.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.history.AuditHead;
import io.godwit.migration.Migration;
import io.godwit.migration.MigrationBuilder;
import io.godwit.migration.RiskLevel;
import io.godwit.plan.BackupNeed;
import io.godwit.plan.Direction;
import io.godwit.plan.Finding;
import io.godwit.plan.Handling;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.Plan;
import io.godwit.plan.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BackupRuleTest {

    private static final Finding DROPS = new Finding("drop-table", Severity.CRITICAL, "drops", "s", "", "");
    private static final Finding SLOW = new Finding("blocking-index", Severity.MEDIUM, "plain", "s", "", "");

    @Test
    void eachMigrationSaysWhyItWantsABackup() {
        Plan plan = plan(
                Direction.UP,
                of("plain"),
                of("drops"),
                of("author").requiresBackup(),
                of("risky").riskLevel(RiskLevel.HIGH));

        assertThat(RiskPolicy.STANDARD.weighed(plan).backups())
                .containsExactly(
                        new BackupNeed("drops", "its risk is high or above: drop-table"),
                        new BackupNeed("author", "its author says requiresBackup"),
                        new BackupNeed("risky", "its author says that its risk is high"));
        assertThat(RiskPolicy.STANDARD.backupFrom(null).weighed(plan).backups())
                .extracting(BackupNeed::migration)
                .containsExactly("author");
    }

    @Test
    void takingBackNeedsNone() {
        Plan plan = plan(Direction.DOWN, of("drops"), of("author").requiresBackup());

        assertThat(RiskPolicy.STANDARD.needsBackup(plan)).isFalse();
    }

    private static MigrationBuilder of(String id) {
        return Migration.builder(id, "crm", "1.0.0").step("s");
    }

    private static Plan plan(Direction direction, MigrationBuilder... migrations) {
        List<MigrationPlan> plans = Arrays.stream(migrations)
                .map(migration -> new MigrationPlan(migration.build(), direction, List.of(), Handling.RUN, "", false))
                .toList();
        return new Plan(
                "fake",
                "1",
                plans,
                List.of(DROPS, SLOW),
                RiskLevel.CRITICAL,
                AuditHead.NONE,
                Map.of(),
                List.of(),
                false);
    }
}
