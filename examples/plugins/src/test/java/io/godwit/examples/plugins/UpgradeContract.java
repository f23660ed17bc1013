package io.godwit.examples.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a host's rows when the plugins grow version by version, and shrink again. */
interface UpgradeContract {

    /** An empty database; the test closes it. */
    PluginDatabase emptyDatabase();

    @Test
    default void viewsAnswerAtTheFirstVersion() {
        try (PluginDatabase database = emptyDatabase()) {
            Rows rows = install(database);
            assertThat(
                            rows.read(
                                    "SELECT code, name, task_count, done_count, hours FROM orchestrator.project_overview ORDER BY code"))
                    .containsExactly("APOLLO|Apollo 🚀|3|1|108.75", "GEMINI|It's Gemini|0|0|0");
            assertThat(
                            rows.read(
                                    "SELECT title, priority, parent_title, subtask_count, blocker_count FROM orchestrator.task_board ORDER BY title"))
                    .containsExactly("Fly|4|null|2|0", "Land|1|Fly|0|0", "Start|3|Fly|0|0");
            assertThat(rows.read("SELECT code, status, latency_ms FROM orchestrator.component_health ORDER BY code"))
                    .containsExactly(
                            "dashboard|unknown|null",
                            "event-queue|unknown|null",
                            "runner|unknown|null",
                            "scheduler|up|12",
                            "store|unknown|null");
            assertThat(
                            rows.read(
                                    "SELECT name, result_count, pass_count, fail_count, lowest_score, open_discrepancies FROM validation.session_summary"))
                    .containsExactly("Night run|2|1|1|12.25|1");
            assertThat(rows.read("SELECT sum(value) FROM validation.metrics")).containsExactly("2.25");
        }
    }

    @Test
    default void aTaskThatIsDoneSaysWhen() {
        try (PluginDatabase database = emptyDatabase()) {
            Rows rows = install(database);
            assertThat(rows.read("SELECT title FROM orchestrator.tasks WHERE completed_at IS NOT NULL"))
                    .containsExactly("Start");
        }
    }

    @Test
    default void theNewestVersionKeepsEveryRow() {
        try (PluginDatabase database = emptyDatabase()) {
            Rows rows = install(database);
            Host host = new Host(database);
            host.upgrade("1.1.0");
            assertThat(rows.read("SELECT title, priority, reporter, risk_score FROM orchestrator.tasks ORDER BY title"))
                    .containsExactly("Fly|urgent|system|0.5", "Land|low|system|0.1", "Start|high|system|0.5");
            assertThat(rows.read("SELECT name, target_environment, build FROM validation.live_sessions"))
                    .containsExactly("Night run|staging|unknown");
            host.upgrade("2.0.0");
            assertThat(host.version("orchestrator")).isEqualTo("2.0.0");
            assertThat(newest(rows)).isEqualTo(expectedAtTheNewest());
        }
    }

    private static List<List<String>> expectedAtTheNewest() {
        return List.of(
                List.of("APOLLO|Ada", "GEMINI|Grace", "OLD|Ada"),
                List.of("Fly|To the \"moon\"", "Land|Softly"),
                List.of("Are we \"go\"? 🌙|0"),
                List.of("Ada|APOLLO|Neil|2|1|108.75", "Ada|APOLLO|nobody|1|1|0"),
                List.of("orbit|on orbits round and round"),
                List.of("too fast|Grace|braked"),
                List.of("miles, not km|1", "too fast|0"),
                List.of("export-large|2|0", "login-wrong-password|3|1", "names-of-the-world|1|0"));
    }

    private static List<List<String>> newest(Rows rows) {
        return List.of(
                rows.read(
                        "SELECT p.code, h.name FROM orchestrator.projects p JOIN orchestrator.people h ON h.id = p.owner_id ORDER BY p.code"),
                rows.read(
                        "SELECT t.title, d.description FROM orchestrator.tasks t JOIN orchestrator.task_details d ON d.task_id = t.id ORDER BY t.title"),
                rows.read("SELECT body, is_pinned FROM orchestrator.messages"),
                rows.read(
                        "SELECT owner, project_code, assignee, task_count, open_count, hours FROM orchestrator.workload ORDER BY assignee"),
                rows.read("SELECT slug, search_text FROM orchestrator.published_knowledge"),
                rows.read(
                        "SELECT d.description, r.resolved_by, r.explanation FROM validation.resolutions r JOIN validation.discrepancies d ON d.id = r.discrepancy_id"),
                rows.read("SELECT description, is_open FROM validation.discrepancies ORDER BY description"),
                rows.read("SELECT code, weight, run_count FROM validation.test_reliability ORDER BY code"));
    }

    @Test
    default void theWayBackBringsEveryRowHome() {
        try (PluginDatabase database = emptyDatabase()) {
            Rows rows = install(database);
            Host host = new Host(database);
            host.upgrade("2.0.0");
            host.rollback("1.0.0");
            assertThat(rows.read("SELECT code, owner FROM orchestrator.projects ORDER BY code"))
                    .containsExactly("APOLLO|Ada", "GEMINI|Grace", "OLD|Ada");
            assertThat(rows.read("SELECT title, priority, description FROM orchestrator.tasks ORDER BY title"))
                    .containsExactly("Fly|4|To the \"moon\"", "Land|1|Softly", "Start|3|null");
            assertThat(
                            rows.read(
                                    "SELECT description, resolved_by, resolution FROM validation.discrepancies ORDER BY description"))
                    .containsExactly("miles, not km|null|null", "too fast|Grace|braked");
            assertThat(rows.read("SELECT content FROM orchestrator.communications"))
                    .containsExactly("Are we \"go\"? 🌙");
        }
    }

    private static Rows install(PluginDatabase database) {
        new Host(database).upgrade("1.0.0");
        HostRows host = new HostRows(database);
        host.insert();
        host.finishFirstTask();
        return new Rows(database);
    }
}
