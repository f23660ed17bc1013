package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.Godwit;
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
}
