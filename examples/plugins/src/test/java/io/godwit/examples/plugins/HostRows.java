package io.godwit.examples.plugins;

/** What a host has in both plugins' tables when they are at 1.0.0. */
final class HostRows {

    private static final String APOLLO = "10000000-0000-4000-8000-000000000001";
    private static final String GEMINI = "10000000-0000-4000-8000-000000000002";
    private static final String RETIRED = "10000000-0000-4000-8000-000000000003";
    private static final String ROOT = "20000000-0000-4000-8000-000000000001";
    private static final String FIRST = "20000000-0000-4000-8000-000000000002";
    private static final String SECOND = "20000000-0000-4000-8000-000000000003";
    private static final String SESSION = "30000000-0000-4000-8000-000000000001";
    private static final String DELETED = "30000000-0000-4000-8000-000000000002";
    private static final String SCHEDULER = "5a1d0c1e-3a77-4a52-8b0e-7d2f9c4b0001";
    private static final String FIRST_TEST = "c3a9e8f0-94d1-4b6e-a7a5-2e6f5d9b0001";

    private final Rows rows;

    HostRows(PluginDatabase database) {
        rows = new Rows(database);
    }

    void insert() {
        projectsAndTasks();
        health();
        sessions();
    }

    private void projectsAndTasks() {
        rows.execute(
                """
                INSERT INTO orchestrator.projects (id, code, name, owner, status, budget) VALUES
                ('%s', 'APOLLO', 'Apollo 🚀', 'Ada', 'active', 1250.50),
                ('%s', 'GEMINI', 'It''s Gemini', 'Grace', 'active', NULL),
                ('%s', 'OLD', 'Old', 'Ada', 'archived', 0)""".formatted(APOLLO, GEMINI, RETIRED),
                """
                INSERT INTO orchestrator.tasks
                (id, project_id, parent_id, title, description, priority, estimate_hours, assignee, metadata, due_on) VALUES
                ('%2$s', '%1$s', NULL, 'Fly', 'To the "moon"', 4, 100.25, 'Neil', '{"crew": 3}', '2026-07-16'),
                ('%3$s', '%1$s', '%2$s', 'Start', NULL, 3, 8.5, 'Neil', NULL, '2026-07-01'),
                ('%4$s', '%1$s', '%2$s', 'Land', 'Softly', 1, NULL, NULL, NULL, NULL)""".formatted(APOLLO, ROOT, FIRST, SECOND),
                "INSERT INTO orchestrator.task_dependencies (task_id, depends_on_id) VALUES ('%s', '%s')"
                        .formatted(SECOND, FIRST),
                "INSERT INTO orchestrator.communications (task_id, sender, recipient, subject, content) VALUES"
                        + " ('%s', 'Ada', 'Neil', 'Ready?', 'Are we \"go\"? 🌙')".formatted(ROOT),
                """
                INSERT INTO orchestrator.knowledge_articles (slug, title, body, published_at) VALUES
                ('orbit', 'On ORBITS', 'Round and round', '2026-01-02T03:04:05.000000Z'),
                ('draft', 'A draft', 'Not yet', NULL)""");
    }

    private void health() {
        rows.execute("""
                INSERT INTO orchestrator.system_health (component_id, status, latency_ms, checked_at) VALUES
                ('%1$s', 'down', NULL, '2026-01-01T00:00:00.000000Z'),
                ('%1$s', 'up', 12, '2026-01-01T00:01:00.000000Z')""".formatted(SCHEDULER));
    }

    private void sessions() {
        rows.execute(
                """
                INSERT INTO validation.sessions (id, project_id, name, status, environment, started_by, deleted_at) VALUES
                ('%2$s', '%1$s', 'Night run', 'failed', 'staging', 'Ada', NULL),
                ('%3$s', '%1$s', 'Mistake', 'aborted', 'test', 'Ada', '2026-01-03T00:00:00.000000Z')""".formatted(APOLLO, SESSION, DELETED),
                """
                INSERT INTO validation.results (session_id, check_code, outcome, score, duration_ms) VALUES
                ('%1$s', 'altitude', 'pass', 99.5, 20), ('%1$s', 'speed', 'fail', 12.25, 30)""".formatted(SESSION),
                """
                INSERT INTO validation.discrepancies
                (result_id, field_path, description, resolved_by, resolved_at, resolution) VALUES
                (2, '/speed', 'too fast', 'Grace', '2026-01-04T05:06:07.000000Z', 'braked'),
                (2, '/unit', 'miles, not km', NULL, NULL, NULL)""",
                """
                INSERT INTO validation.metrics (session_id, metric, recorded_at, value) VALUES
                ('%1$s', 'cpu', '2026-01-01T00:00:00.000000Z', 0.75), ('%1$s', 'cpu', '2030-01-01T00:00:00.000000Z', 1.5)""".formatted(SESSION),
                "INSERT INTO validation.behavioural_runs (session_id, test_id, outcome) VALUES ('%s', '%s', 'pass')"
                        .formatted(SESSION, FIRST_TEST));
    }

    /** A host finishes a task and touches nothing else. */
    void finishFirstTask() {
        rows.execute("UPDATE orchestrator.tasks SET status = 'done' WHERE id = '%s'".formatted(FIRST));
    }
}
