package io.godwit.examples.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same rows give the same answers on every engine. */
final class SameAnswersTest {

    private static final List<String> QUESTIONS = List.of(
            "SELECT code, name, task_count, done_count, hours, next_due_on, highest_risk FROM orchestrator.project_overview ORDER BY code",
            "SELECT title, status, priority, priority_rank, parent_title, subtask_count, blocker_count FROM orchestrator.task_board ORDER BY title",
            "SELECT code, name, status, latency_ms FROM orchestrator.component_health ORDER BY code",
            "SELECT project_id, completed_count, completed_hours FROM orchestrator.project_throughput",
            "SELECT owner, project_code, assignee, task_count, open_count, hours FROM orchestrator.workload ORDER BY assignee",
            "SELECT name, result_count, pass_count, fail_count, flaky_count, total_ms, lowest_score, open_discrepancies FROM validation.session_summary",
            "SELECT code, weight, run_count, pass_count, skip_count FROM validation.test_reliability ORDER BY code");

    @Test
    void viewsAnswerAlike() {
        Map<String, List<String>> sqlite = answers(new SqliteDatabase());
        assertThat(sqlite)
                .isEqualTo(answers(new PostgresDatabase()))
                .allSatisfy((question, lines) -> assertThat(lines).as(question).isNotEmpty());
    }

    @ParameterizedTest
    @EnumSource(MySqlServer.class)
    void viewsAnswerAlikeOnMySqlAndMariaDb(MySqlServer server) {
        assertThat(answers(new MySqlDatabase(server))).isEqualTo(answers(new SqliteDatabase()));
    }

    @Test
    void viewsAnswerAlikeOnSqlServer() {
        assertThat(answers(new SqlServerDatabase())).isEqualTo(answers(new SqliteDatabase()));
    }

    private static Map<String, List<String>> answers(PluginDatabase empty) {
        try (PluginDatabase database = empty) {
            Host host = new Host(database);
            host.upgrade("1.0.0");
            HostRows given = new HostRows(database);
            given.insert();
            given.finishFirstTask();
            host.upgrade("2.0.0");
            Rows rows = new Rows(database);
            Map<String, List<String>> answers = new LinkedHashMap<>();
            QUESTIONS.forEach(question -> answers.put(question, rows.read(question)));
            return answers;
        }
    }
}
