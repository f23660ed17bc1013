package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.Godwit;
import io.godwit.engine.Report;
import io.godwit.failure.StatementFailedException;
import io.godwit.plan.RollbackTarget;
import io.godwit.tck.harness.PluginFolder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Migrations that no single transaction can hold. */
public interface PartedRunContract extends EngineContract {

    String INDEX = """
            {"id": "index", "transactional": false, "operations": [
              {"createIndex": {"table": "city", "columns": ["name"], "concurrently": true}}]}""";
    String MAYBE = """
            {"id": "maybe", "skipOnError": true, "operations": [
              {"insertRows": {"table": "city", "rows": [{"id": 1, "name": "again"}]}}]}""";

    @Test
    default void stepThatMayFailIsSkippedWithWhatNeedsItAndNothingElse() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration(
                    "crm-1",
                    "1.0.0",
                    RunContract.CITY + "," + RunContract.ROWS + "," + MAYBE + "," + insertion("needs", 3, "maybe") + ","
                            + insertion("last", 4, "rows"));
            Godwit godwit = on(plugins).build();
            Report report = godwit.migrate();
            assertThat(report.applied()).containsExactly("crm-1");
            assertThat(report.findings())
                    .anySatisfy(finding -> assertThat(finding.step()).isEqualTo("maybe"))
                    .anySatisfy(finding -> assertThat(finding.step()).isEqualTo("needs"));
            assertThat(rows("select id from city order by id")).containsExactly("1", "2", "4");
            godwit.rollback("crm", RollbackTarget.steps(1)).orThrow();
            assertThat(introspect().tables()).isEmpty();
        }
    }

    @Test
    default void stepOutsideATransactionRunsBetweenTheOthers() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration(
                    "crm-1",
                    "1.0.0",
                    RunContract.CITY + "," + RunContract.ROWS + "," + INDEX + "," + insertion("last", 4, "index"));
            Godwit godwit = on(plugins).build();
            assertThat(godwit.migrate().applied()).containsExactly("crm-1");
            assertThat(introspect("city").indexes()).hasSize(1);
            assertThat(godwit.status().plugins().get(0).partial()).isEmpty();
            godwit.rollback("crm", RollbackTarget.steps(1)).orThrow();
            assertThat(introspect().tables()).isEmpty();
        }
    }

    @Test
    default void failureAfterAPartThatIsCommittedTakesThatPartBack() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration(
                    "crm-1",
                    "1.0.0",
                    RunContract.CITY + "," + RunContract.ROWS + "," + INDEX + "," + RunContract.BROKEN);
            Godwit godwit = on(plugins).build();
            List<String> before = logicalSchema().lines();
            assertThatThrownBy(godwit::migrate)
                    .isInstanceOf(StatementFailedException.class)
                    .hasMessageContaining("taken back by its inverses");
            assertThat(logicalSchema().lines()).isEqualTo(before);
            assertThat(godwit.status().plugins().get(0).pending()).containsExactly("crm-1");
            assertThat(godwit.history()).hasSize(1);
        }
    }

    private static String insertion(String id, int key, String needs) {
        return "{\"id\": \"" + id + "\", \"dependencies\": [\"" + needs + "\"], \"operations\": [{\"insertRows\":"
                + " {\"table\": \"city\", \"rows\": [{\"id\": " + key + ", \"name\": \"x\"}]}}]}";
    }
}
