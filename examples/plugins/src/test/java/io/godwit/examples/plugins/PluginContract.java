package io.godwit.examples.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.failure.PlanRefusedException;
import org.junit.jupiter.api.Test;

/** What both plugins do on every engine: up, up again, down to nothing, and up once more. */
interface PluginContract {

    /** An empty database; the test closes it. */
    PluginDatabase emptyDatabase();

    @Test
    default void upTwiceHasNothingToDoTheSecondTime() {
        try (PluginDatabase database = emptyDatabase()) {
            Host host = new Host(database);
            assertThat((long) host.migrate()).isEqualTo(Host.documents().count());
            assertThat(host.migrate()).isZero();
        }
    }

    @Test
    default void downToNothingLeavesOnlyGodwitsOwnTables() {
        try (PluginDatabase database = emptyDatabase()) {
            Host host = new Host(database);
            host.migrate();
            host.rollbackAll("validation-sessions");
            host.rollbackAll("task-import");
            host.rollbackAll("orchestrator");
            assertThat(host.relations()).isEmpty();
            assertThat(host.version("orchestrator")).isEmpty();
        }
    }

    @Test
    default void aPluginThatAnotherNeedsStays() {
        try (PluginDatabase database = emptyDatabase()) {
            Host host = new Host(database);
            host.migrate();
            var before = host.columns();
            assertThatThrownBy(() -> host.rollbackAll("orchestrator"))
                    .isInstanceOf(PlanRefusedException.class)
                    .hasMessageContaining("validation-0001-sessions");
            assertThat(host.columns()).isEqualTo(before);
        }
    }

    @Test
    default void upAfterDownIsTheSameSchema() {
        try (PluginDatabase database = emptyDatabase()) {
            Host host = new Host(database);
            host.migrate();
            var first = host.columns();
            host.rollbackAll("validation-sessions");
            host.rollbackAll("task-import");
            host.rollbackAll("orchestrator");
            host.migrate();
            assertThat(host.columns()).isEqualTo(first).isNotEmpty();
        }
    }

    @Test
    default void eachVersionDownIsTheSchemaBefore() {
        try (PluginDatabase database = emptyDatabase()) {
            Host host = new Host(database);
            host.upgrade("1.0.0");
            var install = host.columns();
            host.upgrade("1.1.0");
            var upgrade = host.columns();
            assertThat(upgrade).isNotEqualTo(install);
            host.upgrade("2.0.0");
            assertThat(host.columns()).isNotEqualTo(upgrade);
            host.rollback("1.1.0");
            assertThat(host.columns()).isEqualTo(upgrade);
            host.rollback("1.0.0");
            assertThat(host.columns()).isEqualTo(install);
        }
    }

    @Test
    default void seedRowsComeBackAsTheyWereWritten() {
        try (PluginDatabase database = emptyDatabase()) {
            new Host(database).migrate();
            Rows rows = new Rows(database);
            assertThat(rows.read("SELECT body FROM orchestrator.templates WHERE code = 'task-done'"))
                    .containsExactly("🎉 100 % of \"{{title}}\" is done; $5 says nobody kept C:\\temp\\notes.txt.");
            assertThat(rows.read("SELECT title FROM validation.behavioural_tests ORDER BY code"))
                    .containsExactly(
                            "An export of a million rows ends",
                            "A wrong password doesn't sign in 🔒",
                            "Names come back as typed: Zoë, 李雷, Ωmega, 👩‍🚀");
            assertThat(rows.read("SELECT id, name FROM orchestrator.components WHERE code = 'dashboard'"))
                    .containsExactly("5a1d0c1e-3a77-4a52-8b0e-7d2f9c4b0005|The \"big\" dashboard");
        }
    }

    @Test
    default void anUpdateTouchesItsRow() {
        try (PluginDatabase database = emptyDatabase()) {
            new Host(database).migrate();
            Rows rows = new Rows(database);
            rows.execute("UPDATE orchestrator.templates SET updated_at = '2000-01-01T00:00:00.000000Z'");
            assertThat(rows.read("SELECT count(*) FROM orchestrator.templates WHERE updated_at > created_at"))
                    .as("the trigger wins over what the host says")
                    .containsExactly("4");
        }
    }
}
