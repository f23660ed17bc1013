package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.Godwit;
import io.godwit.engine.Action;
import io.godwit.engine.Authorizer;
import io.godwit.engine.Decision;
import io.godwit.engine.Outcome;
import io.godwit.engine.Report;
import io.godwit.failure.ActionDeniedException;
import io.godwit.history.AuditEntry;
import io.godwit.plan.Plan;
import io.godwit.plan.RollbackTarget;
import io.godwit.plan.UninstallMode;
import io.godwit.tck.harness.PluginFolder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The host's say: asked before every change, what it denies leaves the database as it is and is written down. */
public interface AuthorizerContract extends EngineContract {

    @Test
    default void authorizerIsAskedBeforeEveryChange() {
        try (PluginFolder plugins = PluginFolder.create().migration("crm-1", "1.0.0", RunContract.CITY)) {
            List<String> asked = new ArrayList<>();
            Godwit godwit = on(plugins)
                    .authorizer((actor, action) -> {
                        asked.add(actor + ": " + action);
                        return Decision.ALLOW;
                    })
                    .build();
            godwit.planAll();
            assertThat(asked).as("a plan changes nothing").isEmpty();
            godwit.migrate();
            godwit.migrate();
            godwit.uninstall("crm", UninstallMode.KEEP).orThrow();
            godwit.migrate();
            godwit.rollback("crm", RollbackTarget.everything()).orThrow();
            godwit.execute(godwit.planAll());
            godwit.execute(godwit.planUninstall("crm", UninstallMode.DROP));
            assertThat(asked)
                    .containsExactly(
                            "tester: migrate crm (crm-1)",
                            "tester: uninstall crm (crm-1)",
                            "tester: adopt crm (crm-1)",
                            "tester: rollback crm (crm-1)",
                            "tester: migrate crm (crm-1)",
                            "tester: uninstall crm (crm-1)");
        }
    }

    @Test
    default void whatIsDeniedLeavesTheDatabaseAsItIsAndAnEntryInTheTrail() {
        try (PluginFolder plugins = PluginFolder.create().migration("crm-1", "1.0.0", RunContract.CITY)) {
            Godwit all = on(plugins).build();
            all.migrate();
            plugins.migration("crm-2", "1.1.0", UninstallContract.SIZED);
            Godwit some = on(plugins).authorizer(only(Action.Kind.ROLLBACK)).build();
            List<String> before = logicalSchema().lines();
            Plan uninstall = some.planUninstall("crm", UninstallMode.DROP);
            assertDenied(some.tryExecute(uninstall), "uninstall crm (crm-1): not this");
            assertDenied(some.tryExecute(some.planAll()), "migrate crm (crm-2): not this");
            assertThat(logicalSchema().lines()).isEqualTo(before);
            assertThat(rows("select count(*) from city")).containsExactly("0");
            assertThat(all.history())
                    .extracting(entry -> entry.action() + ", " + entry.outcome() + ", " + entry.words())
                    .containsExactly(
                            "apply, done, ", "uninstall, denied, crm-1: not this", "migrate, denied, crm-2: not this");
            assertThat(chained(all.history())).isTrue();
            some.rollback("crm", RollbackTarget.everything()).orThrow();
        }
    }

    @Test
    default void denialMakesNoHistory() {
        try (PluginFolder plugins = PluginFolder.create().migration("crm-1", "1.0.0", RunContract.CITY)) {
            Godwit nobody = on(plugins).authorizer(only(Action.Kind.ROLLBACK)).build();
            assertThatThrownBy(nobody::migrate).isInstanceOf(ActionDeniedException.class);
            assertThat(nobody.history()).isEmpty();
            assertThat(introspect().tables()).isEmpty();
        }
    }

    @Test
    default void authorizerThatFailsDenies() {
        try (PluginFolder plugins = PluginFolder.create().migration("crm-1", "1.0.0", RunContract.CITY)) {
            Authorizer broken = (actor, action) -> {
                throw new IllegalStateException("secret");
            };
            assertThatThrownBy(on(plugins).authorizer(broken).build()::migrate)
                    .isInstanceOf(ActionDeniedException.class)
                    .hasMessageContaining("the authorizer failed")
                    .hasMessageNotContaining("secret");
            assertThat(introspect().tables()).isEmpty();
        }
    }

    private static void assertDenied(Report report, String denial) {
        assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(report.failure()).isInstanceOfSatisfying(ActionDeniedException.class, failure -> {
            assertThat(failure.actor()).isEqualTo("tester");
            assertThat(failure.denials()).containsExactly(denial);
        });
    }

    private static Authorizer only(Action.Kind... kinds) {
        Set<Action.Kind> allowed = EnumSet.copyOf(List.of(kinds));
        return (actor, action) -> allowed.contains(action.kind()) ? Decision.ALLOW : Decision.deny("not this");
    }

    private static boolean chained(List<AuditEntry> entries) {
        String previous = "";
        for (AuditEntry entry : entries) {
            if (!entry.follows(previous)) {
                return false;
            }
            previous = entry.hash();
        }
        return true;
    }
}
