package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.Godwit;
import io.godwit.engine.Outcome;
import io.godwit.engine.Report;
import io.godwit.engine.TransactionScope;
import io.godwit.failure.StatementFailedException;
import io.godwit.plan.Finding;
import io.godwit.plan.UpgradeTarget;
import io.godwit.tck.harness.PluginFolder;
import org.junit.jupiter.api.Test;

/** A migration that fails stops what stands on it, and nothing else, where the host says so. */
public interface ContinueOnErrorContract extends EngineContract {

    private static String table(String name) {
        return "\"steps\": {\"up\": [{\"id\": \"t\", \"operations\": [{\"createTable\": {\"table\": \"" + name
                + "\", \"columns\": [{\"name\": \"id\", \"type\": \"integer\", \"primaryKey\": true}]}}]}]}";
    }

    private static String twice(String table) {
        return "\"steps\": {\"up\": [{\"id\": \"r\", \"operations\": [{\"insertRows\": {\"table\": \"" + table
                + "\", \"rows\": [{\"id\": 1}, {\"id\": 1}]}}]}]}";
    }

    @Test
    default void whatDoesNotStandOnTheFailureRuns() {
        try (PluginFolder plugins = PluginFolder.create()
                .document("lake", "a-1", "1.0.0", table("lake"))
                .document("lake", "a-2", "1.1.0", twice("lake"))
                .document("lake", "a-3", "1.2.0", table("shore"))
                .document("boat", "b-1", "1.0.0", table("boat"), "\"dependencies\": [\"a-2\"]")
                .document("hill", "c-1", "1.0.0", table("hill"))
                .document("peak", "d-1", "1.0.0", table("peak"), "\"dependencies\": [\"boat\"]")) {
            Godwit godwit = on(plugins).continueOnError(true).build();
            Report report = godwit.migrate(UpgradeTarget.ALL);
            assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(report.failure())
                    .isInstanceOfSatisfying(
                            StatementFailedException.class,
                            failed -> assertThat(failed.failure().migration()).isEqualTo("a-2"));
            assertThat(report.applied()).containsExactlyInAnyOrder("a-1", "c-1");
            assertThat(report.findings().stream()
                            .filter(finding -> finding.rule().equals("not-run"))
                            .map(Finding::migration))
                    .containsExactlyInAnyOrder("a-3", "b-1", "d-1");
            assertThat(on(plugins).build().migrate(UpgradeTarget.ALL).applied()).isEmpty();
        }
    }

    @Test
    default void oneTransactionCannotGoOn() {
        try (PluginFolder plugins = PluginFolder.create()) {
            assertThatThrownBy(() -> on(plugins)
                            .continueOnError(true)
                            .transactions(TransactionScope.RUN)
                            .build())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("continueOnError");
        }
    }
}
