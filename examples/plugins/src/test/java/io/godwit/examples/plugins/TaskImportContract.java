package io.godwit.examples.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.engine.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One document of another tracker becomes the same projects, workflows, tasks, subtasks and dependencies on every engine. */
interface TaskImportContract {

    /** An empty database; the test closes it. */
    PluginDatabase emptyDatabase();

    @Test
    default void everyTaskIsTakenOrItsReasonIsTold(@TempDir Path folder) throws IOException {
        try (PluginDatabase database = emptyDatabase()) {
            Report report = new Host(database).report().orThrow();
            Rows rows = new Rows(database);
            assertThat(
                            rows.read(
                                    "SELECT p.code, p.name, p.status, h.name, p.budget FROM orchestrator.projects p JOIN orchestrator.people h ON h.id = p.owner_id ORDER BY p.code"))
                    .containsExactly(
                            "GARDEN|Zoë's garden|planned|Grace|null", "HARBOUR|Harbour lights|active|Ada|12500.5");
            assertThat(
                            rows.read(
                                    "SELECT w.name, t.position, t.title, t.status, t.priority, t.estimated_hours, t.risk_score FROM orchestrator.tasks t JOIN orchestrator.workflows w ON w.id = t.workflow_id WHERE t.parent_id IS NULL ORDER BY t.id"))
                    .containsExactly(
                            "Build|1|Measure the pier|done|high|6.25|0.5",
                            "Build|2|Order lamps 💡|running|urgent|1.5|0.5",
                            "Build|3|Lay the cable|open|normal|480|0.1",
                            "Paperwork|1|Permit|waiting|normal|3|0.1",
                            "Season|1|Sow 李 trees|open|low|0.5|0.1");
            assertThat(
                            rows.read(
                                    "SELECT t.title, t.parent_title, t.blocker_count FROM orchestrator.task_board t ORDER BY t.title"))
                    .contains("Borrow a boat|Measure the pier|0", "Lay the cable|null|2")
                    .hasSize(8);
            assertThat(rows.read("SELECT description FROM orchestrator.task_details ORDER BY task_id"))
                    .containsExactly("With the \"long\" tape.", "Below the planks; C:\\plans\\cable.pdf");
            assertThat(rows.read("SELECT step_id, source_key FROM godwit_rejected ORDER BY step_id"))
                    .containsExactly("subtasks|[4]", "tasks|[5]");
            assertThat(Files.readAllLines(new MigrationReport(report, database).write(folder)))
                    .contains(
                            "  \"tables\": {\"orchestrator.people\": 2, \"orchestrator.projects\": 2, \"orchestrator.workflows\": 3,"
                                    + " \"orchestrator.tasks\": 8, \"orchestrator.task_details\": 2, \"orchestrator.task_dependencies\": 4},")
                    .anyMatch(
                            line -> line.contains(
                                    "\"step\": \"tasks\", \"table\": \"orchestrator.tasks\", \"read\": 6, \"written\": 5, \"rejected\": 1, \"warned\": 1"))
                    .anyMatch(line -> line.contains("tasks|[5]|title: a task needs a title"));
        }
    }

    @Test
    default void theWayBackTakesOutWhatWasTakenOver() {
        try (PluginDatabase database = emptyDatabase()) {
            Host host = new Host(database);
            host.report().orThrow();
            Rows rows = new Rows(database);
            rows.execute(
                    "INSERT INTO orchestrator.people (id, name) VALUES ('80000000-0000-4000-8000-000000000009', 'Own')");
            host.rollbackAll("task-import");
            assertThat(List.of(
                            rows.read("SELECT name FROM orchestrator.people"),
                            rows.read("SELECT title FROM orchestrator.tasks"),
                            rows.read("SELECT reason FROM godwit_rejected")))
                    .containsExactly(List.of("Own"), List.of(), List.of());
        }
    }
}
