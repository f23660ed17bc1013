package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.Godwit;
import io.godwit.engine.BatchOptions;
import io.godwit.engine.ProgressEvent;
import io.godwit.plan.Finding;
import io.godwit.plan.Plan;
import io.godwit.plan.Severity;
import io.godwit.tck.harness.PluginFolder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The data is asked what a transform would read, leave out and write, before anything runs. */
public interface TransformCheckContract extends EngineContract {

    private static String move(String more) {
        return """
                {"id": "move", "transform": {"source": "person", "target": "contact", "mapping": [
                  {"source": "id", "target": "id"}, {"source": "name", "target": "name", "transform": {"type": "function", "definition": "upper"}},
                  {"source": "score", "target": "points", "required": true}, {"source": "mail", "target": "mail"}],
                  "validation": [{"field": "mail", "rule": "mail LIKE '%%@%%'", "message": "bad address"},
                    {"field": "points", "rule": "points > 0"}]%s}}""".formatted(more);
    }

    private static List<Finding> checked(Godwit godwit, PluginFolder plugins, String steps) {
        plugins.migration("crm-2", "1.1.0", steps);
        Plan plan = godwit.checkData(godwit.planAll());
        return plan.findings().stream()
                .filter(finding -> finding.rule().equals("transform"))
                .toList();
    }

    private Godwit begun(PluginFolder plugins) {
        plugins.migration("crm-1", "1.0.0", TransformContract.TABLES);
        Godwit godwit = on(plugins).build();
        godwit.migrate().orThrow();
        return godwit;
    }

    @Test
    default void rowsThatWouldBeLeftOutAreCountedAndShownBeforeAnythingRuns() {
        try (PluginFolder plugins = PluginFolder.create()) {
            Godwit godwit = begun(plugins);
            Finding stops = checked(godwit, plugins, move("")).get(0);
            assertThat(stops.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(stops.message())
                    .contains("reads 6, writes 3, leaves out 3")
                    .contains(
                            "1 points is required and NULL, 1 mail: bad address, 1 points: the rule does not hold",
                            "1 name is longer than 8 characters")
                    .contains(
                            "row [3]: name is longer than 8 characters; row [5]: points is required and NULL, mail: bad address; row [8]: points:");
            Finding skips =
                    checked(godwit, plugins, move(", \"onError\": \"skip\"")).get(0);
            assertThat(skips.severity()).isEqualTo(Severity.MEDIUM);
            assertThat(rows("select id from contact")).isEmpty();
            godwit.migrate().orThrow();
            assertThat(rows("select count(*) from contact")).containsExactly("3");
        }
    }

    @Test
    default void rowsThatAreThereAlreadyAreCounted() {
        try (PluginFolder plugins = PluginFolder.create()) {
            Godwit godwit = begun(plugins);
            bench().execute("INSERT INTO contact (id, name) VALUES (1, 'old'), (5, 'old'), (77, 'old')");
            String skip = ", \"onError\": \"skip\", \"onConflict\": ";
            assertThat(checked(godwit, plugins, move(skip + "\"skip\"")).get(0).message())
                    .contains("reads 6, writes 2, leaves out 3", "1 have a key that is there already");
            assertThat(checked(godwit, plugins, move(skip + "\"update\""))
                            .get(0)
                            .message())
                    .contains("reads 6, writes 3, leaves out 3", "which overwrites those");
            godwit.migrate().orThrow();
            assertThat(rows("select count(*) from contact")).containsExactly("5");
        }
    }

    @Test
    default void rowsWaitAsLongAsTheHostSaysSo() {
        try (PluginFolder plugins = PluginFolder.create()) {
            begun(plugins);
            bench().execute("CREATE TABLE gate (closed INTEGER)");
            bench().execute("INSERT INTO gate VALUES (1)");
            plugins.migration("crm-2", "1.1.0", move(", \"onError\": \"skip\", \"batchSize\": 2"));
            List<String> waited = new ArrayList<>();
            on(plugins)
                    .batches(new BatchOptions(
                            Duration.ofSeconds(1),
                            Duration.ofMillis(1),
                            "SELECT closed FROM gate",
                            Duration.ofMillis(5)))
                    .listener(event -> {
                        if (event instanceof ProgressEvent.BatchThrottled throttled) {
                            waited.add(throttled.step() + " " + rows("select count(*) from contact"));
                            bench().execute("UPDATE gate SET closed = 0");
                        }
                    })
                    .build()
                    .migrate()
                    .orThrow();
            assertThat(waited).containsExactly("move [0]");
            assertThat(rows("select count(*) from contact")).containsExactly("3");
        }
    }

    @Test
    default void whatRunsBeforeItIsNotForeseen() {
        try (PluginFolder plugins = PluginFolder.create()) {
            Godwit godwit = begun(plugins);
            String earlier = "{\"id\": \"less\", \"sql\": {\"universal\": \"DELETE FROM person WHERE id > 5\"}}, ";
            String move = move("").replace("\"id\": \"move\",", "\"id\": \"move\", \"dependencies\": [\"less\"],");
            assertThat(checked(godwit, plugins, earlier + move)).isEmpty();
        }
    }
}
