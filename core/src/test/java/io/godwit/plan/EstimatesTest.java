package io.godwit.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.history.AppliedMigration;
import io.godwit.history.AuditHead;
import io.godwit.history.MigrationState;
import io.godwit.history.Relations;
import io.godwit.migration.Migration;
import io.godwit.migration.MigrationBuilder;
import io.godwit.migration.RiskLevel;
import io.godwit.migration.Version;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class EstimatesTest {

    private static final Migration NEW = of("new").build();
    private static final Migration SAID = of("said").estimatedDuration(90).build();

    @Test
    void authorsAreBelievedFirst() {
        assertThat(estimated(new SamplePlan().up(SAID).down(of("m-0").build()), 1, 2, 70_000)
                        .estimate())
                .hasValueSatisfying(
                        estimate -> assertThat(estimate).hasToString("1 min 30 s (as it took on its way up)"));
        assertThat(estimated(new SamplePlan().up(SAID)).estimate())
                .hasValueSatisfying(estimate -> assertThat(estimate).hasToString("1 min 30 s (as the author says)"));
    }

    @Test
    void aWayBackIsExpectedToTakeWhatTheWayUpTook() {
        Plan plan = estimated(new SamplePlan().down(of("m-1").build()), 5, 1_250, 7);

        assertThat(plan.estimate(plan.migrations().get(0)))
                .hasValueSatisfying(estimate -> assertThat(estimate).hasToString("1.2 s (as it took on its way up)"));
    }

    @Test
    void whatNobodyKnowsIsGuessedFromTheMedianOfWhatWasMeasured() {
        assertThat(estimated(new SamplePlan().up(NEW), 0, 0, 5, 4_000, 30).estimate())
                .hasValueSatisfying(
                        estimate -> assertThat(estimate).hasToString("30 ms (a guess from this database's history)"));
    }

    @Test
    void aSumSaysWhatItLeavesOut() {
        assertThat(estimated(new SamplePlan().up(NEW)).estimate()).isEmpty();
        assertThat(estimated(new SamplePlan().up(NEW, SAID)).estimate())
                .hasValueSatisfying(estimate -> assertThat(estimate.basis()).isEqualTo(Estimate.Basis.PARTIAL));
    }

    private static MigrationBuilder of(String id) {
        return Migration.builder(id, "crm", "1.0.0").step("step");
    }

    private static Plan estimated(SamplePlan sample, long... tookMillis) {
        List<MigrationPlan> migrations = sample.build().migrations();
        return new Plan(
                "fake",
                "1",
                migrations,
                List.of(),
                RiskLevel.LOW,
                AuditHead.NONE,
                new Estimates(applied(tookMillis)).of(migrations),
                List.of(),
                false);
    }

    private static List<AppliedMigration> applied(long... tookMillis) {
        return LongStream.range(0, tookMillis.length)
                .mapToObj(at -> new AppliedMigration(
                        at,
                        "crm",
                        "m-" + at,
                        Version.parse("1.0.0"),
                        MigrationState.APPLIED,
                        "",
                        "",
                        "",
                        new Relations(List.of(), List.of()),
                        "",
                        "",
                        tookMillis[(int) at]))
                .toList();
    }
}
