package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.Godwit;
import io.godwit.engine.Action;
import io.godwit.engine.Decision;
import io.godwit.engine.Outcome;
import io.godwit.engine.Report;
import io.godwit.failure.ActionDeniedException;
import io.godwit.failure.PlanRefusedException;
import io.godwit.history.AuditEntry;
import io.godwit.plan.Finding;
import io.godwit.plan.RollbackTarget;
import io.godwit.plan.UninstallMode;
import io.godwit.tck.harness.PluginFolder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one plugin made is handed over to another; and what a newer release applied is left alone. */
public interface OwnershipTransferContract extends EngineContract {

    String NONE = "\"steps\": {\"up\": [{\"id\": \"none\", \"sql\": {\"universal\": \"select 1\"}}]}";

    @Test
    default void whatIsHandedOverBelongsToItsNewPlugin() {
        try (PluginFolder plugins = notes()) {
            Godwit godwit = on(plugins).build();
            godwit.migrate();
            List<String> before = logicalSchema().lines();
            assertThat(godwit.transferOwnership("notes", "shop").pluginId()).isEqualTo("shop");
            assertThat(rows("select distinct plugin_id from godwit_object where object = 'notes'"))
                    .containsExactly("shop");
            assertThat(rows("select plugin_id from godwit_object where object = 'marked'"))
                    .containsExactly("crm");
            AuditEntry entry = godwit.history().get(2);
            assertThat(List.of(entry.action(), entry.pluginId(), entry.migrationId(), entry.outcome(), entry.words()))
                    .containsExactly("transfer", "shop", "crm-1", "done", "table notes from crm to shop");
            assertThat(entry.follows(godwit.history().get(1).hash())).isTrue();
            for (Report report : List.of(
                    godwit.rollback("crm", RollbackTarget.everything()), godwit.uninstall("crm", UninstallMode.DROP))) {
                assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
                assertThat(report.failure())
                        .isInstanceOf(PlanRefusedException.class)
                        .hasMessageContainingAll("crm-1 would drop table notes", "belongs to plugin shop");
            }
            assertThat(logicalSchema().lines()).isEqualTo(before);
            godwit.transferOwnership("notes", "shop");
            assertThat(godwit.history()).as("nothing was handed over again").hasSize(3);
            godwit.transferOwnership("notes", "crm");
            godwit.rollback("crm", RollbackTarget.everything()).orThrow();
        }
    }

    @Test
    default void handingOverIsTheHostsDecision() {
        try (PluginFolder plugins = notes()) {
            on(plugins).build().migrate();
            Godwit some = on(plugins)
                    .authorizer((actor, action) -> action.kind() == Action.Kind.TRANSFER
                                    && action.pluginId().equals("shop")
                            ? Decision.deny("shop is full")
                            : Decision.ALLOW)
                    .build();
            assertThatThrownBy(() -> some.transferOwnership("notes", "shop"))
                    .isInstanceOf(ActionDeniedException.class)
                    .hasMessageContainingAll("transfer shop (table notes from crm)", "shop is full");
            assertThat(rows("select distinct plugin_id from godwit_object where object = 'notes'"))
                    .containsExactly("crm");
            assertThat(some.history().get(2).outcome()).isEqualTo("denied");
        }
    }

    @Test
    default void whatNobodyMadeIsNotHandedOver() {
        try (PluginFolder plugins = notes()) {
            Godwit godwit = on(plugins).build();
            assertThatThrownBy(() -> godwit.transferOwnership("notes", "shop"))
                    .isInstanceOf(PlanRefusedException.class)
                    .hasMessageContaining("No plugin has made");
            godwit.migrate();
            assertThatThrownBy(() -> godwit.transferOwnership("nowhere", "shop"))
                    .isInstanceOf(PlanRefusedException.class)
                    .hasMessageContaining("nowhere");
            assertThatThrownBy(() -> godwit.transferOwnership("notes", "nobody"))
                    .isInstanceOf(PlanRefusedException.class)
                    .hasMessageContaining("no plugin 'nobody'");
            assertThat(godwit.history()).hasSize(2);
        }
    }

    @Test
    default void whatANewerReleaseAppliedIsToleratedAndShown() {
        try (PluginFolder plugins = notes()) {
            Godwit godwit = on(plugins).build();
            godwit.migrate();
            plugins.document("shop", "shop-2", "2.0.0", NONE);
            godwit.migrate();
            plugins.remove("shop-2");
            assertThat(godwit.status().plugins().get(1).unknown()).containsExactly("shop-2");
            assertThat(godwit.planAll().findings())
                    .filteredOn(finding -> finding.rule().equals("unknown-applied"))
                    .singleElement()
                    .extracting(Finding::message)
                    .asString()
                    .contains("not given any more: shop-2");
            Report report = godwit.migrate();
            assertThat(report.outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
            assertThat(report.findings()).extracting(Finding::rule).contains("unknown-applied");
            plugins.document("shop", "shop-3", "3.0.0", NONE);
            assertThat(godwit.migrate().applied()).containsExactly("shop-3");
        }
    }

    private static PluginFolder notes() {
        return PluginFolder.create()
                .migration("crm-1", "1.0.0", OwnershipContract.NOTES)
                .document("shop", "shop-1", "1.0.0", NONE);
    }
}
