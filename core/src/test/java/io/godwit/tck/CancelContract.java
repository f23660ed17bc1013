package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.Godwit;
import io.godwit.engine.Cancellation;
import io.godwit.engine.Outcome;
import io.godwit.engine.ProgressEvent;
import io.godwit.engine.Report;
import io.godwit.failure.RunCancelledException;
import io.godwit.history.AuditEntry;
import io.godwit.plan.UpgradeTarget;
import io.godwit.tck.harness.PluginFolder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A run that its host stops: nothing half done, the lock is free, and the next run goes on. */
public interface CancelContract extends EngineContract {

    Duration SOON = Duration.ofSeconds(30);

    @Test
    default void runningStatementIsCancelledAndItsMigrationUndone() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", RunContract.CITY + "," + TimeoutContract.rows())
                    .migration("crm-2", "1.1.0", RunContract.SIZE + "," + TimeoutContract.endless(""));
            Cancellation cancellation = new Cancellation();
            List<String> before = afterTheFirst(plugins);
            Report report = on(plugins)
                    .cancellation(cancellation)
                    .listener(event -> {
                        if (event instanceof ProgressEvent.StepStarted step
                                && step.step().equals("endless")) {
                            CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS)
                                    .execute(cancellation::cancel);
                        }
                    })
                    .build()
                    .migrate(UpgradeTarget.ALL);
            assertCancelled(report, before);
            assertNextRunGoesOn(plugins);
        }
    }

    @Test
    default void cancellationBetweenMigrationsKeepsThoseThatAreDone() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", RunContract.CITY + "," + RunContract.ROWS)
                    .migration("crm-2", "1.1.0", RunContract.SIZE);
            Cancellation cancellation = new Cancellation();
            Report report = on(plugins)
                    .cancellation(cancellation)
                    .listener(event -> {
                        if (event instanceof ProgressEvent.MigrationFinished) {
                            cancellation.cancel();
                        }
                    })
                    .build()
                    .migrate(UpgradeTarget.ALL);
            assertThat(report.applied()).containsExactly("crm-1");
            assertThat(report.failure()).isInstanceOf(RunCancelledException.class);
            assertThat(on(plugins).build().migrate().applied()).containsExactly("crm-2");
            assertThat(on(plugins).build().verifyAudit().damages()).isEmpty();
        }
    }

    @Test
    default void interruptedThreadStopsBetweenStatements() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", RunContract.CITY + "," + RunContract.ROWS)
                    .migration("crm-2", "1.1.0", RunContract.SIZE);
            Report report = on(plugins)
                    .listener(event -> {
                        if (event instanceof ProgressEvent.MigrationFinished) {
                            Thread.currentThread().interrupt();
                        }
                    })
                    .build()
                    .migrate(UpgradeTarget.ALL);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(report.applied()).containsExactly("crm-1");
            assertThat(report.failure()).isInstanceOf(RunCancelledException.class);
            assertThat(on(plugins).build().migrate().applied()).containsExactly("crm-2");
        } finally {
            assertThat(Thread.interrupted()).isFalse();
        }
    }

    @Test
    default void cancelledTokenStopsARunBeforeItBegins() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", RunContract.CITY);
            Cancellation cancellation = new Cancellation();
            assertThat(cancellation.isHeard()).isFalse();
            cancellation.cancel();
            Godwit godwit = on(plugins).cancellation(cancellation).build();
            Report report = godwit.migrate(UpgradeTarget.ALL);
            assertThat(report.failure()).isInstanceOf(RunCancelledException.class);
            assertThat(report.applied()).isEmpty();
            assertThat(on(plugins).build().migrate().applied()).containsExactly("crm-1");
        }
    }

    private List<String> afterTheFirst(PluginFolder plugins) {
        Godwit godwit = on(plugins).build();
        godwit.execute(godwit.planUpgrade("crm", "1.0.0"));
        return logicalSchema().lines();
    }

    private void assertCancelled(Report report, List<String> before) {
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.failure())
                .isInstanceOf(RunCancelledException.class)
                .hasMessageContaining("as it was before this migration");
        assertThat(report.duration()).isLessThan(SOON);
        assertThat(logicalSchema().lines()).isEqualTo(before);
        assertThat(rows("select count(*) from city")).containsExactly("100");
    }

    private void assertNextRunGoesOn(PluginFolder plugins) {
        Godwit godwit = on(plugins.remove("crm-2").migration("crm-2", "1.1.0", RunContract.SIZE))
                .lockWait(Duration.ofSeconds(5))
                .build();
        assertThat(godwit.history())
                .last()
                .satisfies(entry -> assertThat(entry.outcome()).isEqualTo("cancelled"))
                .extracting(AuditEntry::migrationId)
                .isEqualTo("crm-2");
        assertThat(godwit.migrate().applied()).containsExactly("crm-2");
        assertThat(godwit.verifyAudit().damages()).isEmpty();
    }
}
