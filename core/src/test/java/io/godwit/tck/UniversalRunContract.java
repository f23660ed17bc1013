package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.Godwit;
import io.godwit.engine.Report;
import io.godwit.failure.GodwitException;
import io.godwit.failure.StatementFailedException;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.plan.RollbackTarget;
import io.godwit.tck.harness.PluginFolder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Migrations in universal SQL through the façade: planned, run, remembered and taken back like operations. */
public interface UniversalRunContract extends EngineContract {

    String MOOD = universalStep(
            "CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE TABLE city (id bigint PRIMARY KEY, mood mood);"
                    + " CREATE INDEX ON city (mood)");
    String HAPPY = universalStep("ALTER TYPE mood ADD VALUE 'happy'; ALTER TABLE city ADD COLUMN n integer DEFAULT 3");

    private static String universalStep(String text) {
        return "{\"id\": \"one\", \"sql\": {\"universal\": \"" + text.replace("\"", "\\\"") + "\"}}";
    }

    @Test
    default void typeOfAnEarlierRunIsKnownWhenTheFilesAreGone() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", MOOD);
            Godwit godwit = on(plugins).build();
            List<String> empty = logicalSchema().lines();
            godwit.migrate().orThrow();
            List<String> first = logicalSchema().lines();
            plugins.remove("crm-1").migration("crm-2", "1.1.0", HAPPY);
            godwit.migrate().orThrow();
            assertThat(introspect("city", "mood").type()).isEqualTo(enumOf("sad", "ok", "happy"));
            godwit.rollback("crm", RollbackTarget.steps(1)).orThrow();
            assertThat(logicalSchema().lines()).isEqualTo(first);
            godwit.rollback("crm", RollbackTarget.steps(1)).orThrow();
            assertThat(logicalSchema().lines()).isEqualTo(empty);
        }
    }

    @Test
    default void statementsAndOperationsOfOneStepSeeEachOther() {
        String step = "{\"id\": \"one\", \"operations\": [{\"createTable\": {\"table\": \"city\", \"columns\":"
                + " [{\"name\": \"id\", \"type\": \"bigint\", \"primaryKey\": true}]}}], \"sql\": {\"universal\":"
                + " [\"ALTER TABLE city ADD name varchar(20)\", \"INSERT INTO city (id, name) VALUES (1, 'Oslo')\","
                + " \"ALTER TABLE city RENAME name TO title\"]}}";
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", step);
            on(plugins).build().migrate().orThrow();
            assertThat(rows("select id, title from city")).containsExactly("1, Oslo");
        }
    }

    @Test
    default void whatTheEngineHasNotIsRefusedBeforeAnythingRuns() {
        if (dialect().syntax().functions().speaksUniversal()) {
            return;
        }
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration(
                    "crm-1", "1.0.0", universalStep("CREATE TABLE city (id bigint); CREATE TABLE b (at tsvector)"));
            Godwit godwit = on(plugins).build();
            assertThatThrownBy(godwit::migrate)
                    .isInstanceOf(UnsupportedByDialectException.class)
                    .hasMessageContaining("crm-1.json")
                    .hasMessageContaining("column")
                    .hasMessageContaining("tsvector");
            assertThat(introspect().tables()).isEmpty();
        }
    }

    /** An upsert counts once, has no way back, and is done whole or not at all, also where it takes two statements. */
    @Test
    default void upsertIsOneChange() {
        String update = " ON CONFLICT (id) DO UPDATE SET n = city.n + excluded.n";
        String counted = universalStep("INSERT INTO city VALUES (1, 'x', 10), (3, 'c', 3)" + update)
                .replace("\"sql\"", "\"expectedChanges\": {\"rows\": 2}, \"sql\"");
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration(
                    "crm-1",
                    "1.0.0",
                    universalStep("CREATE TABLE city (id bigint PRIMARY KEY, code varchar(5) UNIQUE, n integer);"
                            + " INSERT INTO city VALUES (1, 'a', 1), (2, 'b', 2)"));
            plugins.migration("crm-2", "1.1.0", counted);
            Report report = on(plugins).build().migrate().orThrow();
            assertThat(report.findings().toString()).contains("irreversible").doesNotContain("expected-changes");
            plugins.migration(
                    "crm-3", "1.2.0", universalStep("INSERT INTO city VALUES (1, 'x', 5), (9, 'b', 3)" + update));
            Godwit godwit = on(plugins).build();
            assertThat(godwit.planAll().migrations().get(0).steps().get(0).atomic())
                    .isTrue();
            assertThatThrownBy(() -> godwit.migrate().orThrow()).isInstanceOf(StatementFailedException.class);
            assertThat(rows("select id, code, n from city order by id"))
                    .containsExactly("1, a, 11", "2, b, 2", "3, c, 3");
            assertThatThrownBy(() ->
                            godwit.rollback("crm", RollbackTarget.steps(1)).orThrow())
                    .isInstanceOf(GodwitException.class);
            assertThat(rows("select count(*) from city")).containsExactly("3");
        }
    }
}
