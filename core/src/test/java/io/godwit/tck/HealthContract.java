package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.Godwit;
import io.godwit.Health;
import io.godwit.engine.LockState;
import io.godwit.schema.SimpleType;
import io.godwit.tck.harness.OneMethodDataSource;
import io.godwit.tck.harness.PluginFolder;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How the version state is told: from what is there, without changing it, and also when nothing answers. */
public interface HealthContract extends EngineContract {

    @Test
    default void healthFollowsWhatIsPendingAndApplied() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", RunContract.CITY + "," + RunContract.ROWS)
                    .migration("crm-2", "1.1.0", RunContract.SIZE);
            Godwit godwit = on(plugins).build();
            Health before = godwit.health();
            assertThat(before.state()).isEqualTo(Health.State.DEGRADED);
            assertThat(before.pending()).containsExactlyInAnyOrder("crm-1", "crm-2");
            assertThat(before.applied()).isZero();
            assertThat(before.last()).isEmpty();
            assertThat(rowsOfHistory()).isEmpty();

            godwit.migrate();

            Health after = godwit.health();
            assertThat(after.reasons()).isEmpty();
            assertThat(after.state()).isEqualTo(Health.State.HEALTHY);
            assertThat(after.connected()).isTrue();
            assertThat(after.engine()).isEqualTo(dialect().engine());
            assertThat(after.applied()).isEqualTo(2);
            assertThat(after.last().orElseThrow().migrationId()).isEqualTo("crm-2");
            assertThat(after.pending()).isEmpty();
            assertThat(after.lock()).isEqualTo(LockState.FREE);
            assertThat(after.timings()).containsKeys("connect", "history", "documents", "drift", "lock", "total");
        }
    }

    private List<String> rowsOfHistory() {
        return logicalSchema().lines().stream()
                .filter(line -> line.contains("godwit_"))
                .toList();
    }

    @Test
    default void aRunThatIsUnderWayHoldsTheLock() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", RunContract.CITY);
            Godwit watcher = on(plugins).build();
            List<Boolean> held = new ArrayList<>();
            on(plugins)
                    .listener(event -> held.add(watcher.health().lock().held()))
                    .build()
                    .migrate();
            assertThat(held).contains(true);
            assertThat(watcher.health().lock().held()).isFalse();
        }
    }

    @Test
    default void whatSomebodyElseChangedIsDrift() throws SQLException {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", RunContract.CITY, "\"description\": \"first\"")
                    .migration("crm-2", "1.1.0", OwnershipContract.NOTES);
            Godwit godwit = on(plugins).build();
            godwit.migrate();
            assertThat(godwit.health().drift()).isEmpty();

            byHand("DROP VIEW marked", "ALTER TABLE city ADD added integer");
            Health changed = godwit.health();
            assertThat(changed.state()).isEqualTo(Health.State.DEGRADED);
            assertThat(changed.drift())
                    .anyMatch(line -> line.contains("view marked is gone"))
                    .anyMatch(line -> line.contains("column added of city was added"))
                    .hasSize(2);

            byHand("DROP TABLE notes");
            assertThat(godwit.health().drift()).anyMatch(line -> line.contains("table notes is gone"));
        }
    }

    @Test
    default void aColumnOfAnotherTypeIsDriftAndEveryTypeAsItWasWrittenIsNot() throws SQLException {
        String columns = Stream.of(SimpleType.values())
                .map(type -> ", {\"name\": \"%s_\", \"type\": \"%1$s\"}".formatted(type))
                .collect(Collectors.joining());
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", RunContract.CITY).migration("crm-2", "1.1.0", """
                    {"id": "all", "operations": [{"createTable": {"table": "every", "columns": [
                      {"name": "id", "type": "bigint", "identity": true, "primaryKey": true}, {"name": "a", "type": "decimal(12,2)"},
                      {"name": "b", "type": "varchar(40)"}, {"name": "c", "type": "char(8)"}, {"name": "d", "type": "timestamp(3)"}%s]}}]}""".formatted(columns));
            Godwit godwit = on(plugins).build();
            godwit.migrate();
            assertThat(godwit.health().drift()).isEmpty();

            byHand("DROP TABLE city");
            apply(createTable("city", key("id"), column("name", integer()).notNull()));

            assertThat(godwit.health().drift())
                    .singleElement()
                    .asString()
                    .contains("column name of city is integer instead of varchar(100)");
        }
    }

    @Test
    default void anEditedDocumentIsUnhealthy() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", RunContract.CITY);
            on(plugins).build().migrate();
            plugins.migration("crm-1", "1.0.0", RunContract.CITY.replace("100", "99"));

            Health health = on(plugins).build().health();

            assertThat(health.state()).isEqualTo(Health.State.UNHEALTHY);
            assertThat(health.connected()).isTrue();
            assertThat(health.drift()).anyMatch(line -> line.contains("crm-1"));
        }
    }

    @Test
    default void whatDoesNotAnswerIsUnhealthyAndNotThrown() {
        bench().expectAnything();
        Godwit godwit = Godwit.on(new OneMethodDataSource(() -> {
                    throw new SQLNonTransientConnectionException("nobody listens", "08001");
                }))
                .build();

        Health health = godwit.health();

        assertThat(health.state()).isEqualTo(Health.State.UNHEALTHY);
        assertThat(health.connected()).isFalse();
        assertThat(health.engine()).isEmpty();
        assertThat(health.reasons()).singleElement().asString().contains("nobody listens");
    }

    private void byHand(String... statements) throws SQLException {
        try (Connection connection = bench().database().connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
