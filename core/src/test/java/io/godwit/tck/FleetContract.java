package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.Fleet;
import io.godwit.FleetReport;
import io.godwit.Godwit;
import io.godwit.failure.PlanRefusedException;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.plan.RollbackTarget;
import io.godwit.schema.Name;
import io.godwit.tck.harness.PluginFolder;
import io.godwit.tck.harness.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several databases of one server beside each other: each with its own history, and its own failures. */
public interface FleetContract extends EngineContract {

    @Test
    default void whatFailsOnOneDatabaseHappensOnTheOthers() throws SQLException {
        bench().expectAnything();
        try (PluginFolder plugins = PluginFolder.create().migration("crm-1", "1.0.0", RunContract.CITY);
                TestDatabase broken = bench().database().another();
                TestDatabase third = bench().database().another()) {
            execute(broken, "CREATE TABLE city (other integer)");
            Fleet fleet = Godwit.fleet()
                    .target("first", bench().database().dataSource())
                    .target("broken", broken.dataSource())
                    .target("third", third.dataSource())
                    .each(godwit -> godwit.plugins(plugins.source()).actor("tester"))
                    .failureBudget(1)
                    .parallel(2)
                    .build();
            FleetReport report = fleet.migrate();
            assertThat(outcomes(report)).containsExactly("first succeeded", "broken failed", "third succeeded");
            assertThat(report.succeeded()).isFalse();
            assertThat(outcomes(fleet.migrate()))
                    .containsExactly("first nothing-to-do", "broken failed", "third nothing-to-do");
            assertThat(Godwit.on(third.dataSource()).build().history())
                    .hasSize(1)
                    .allSatisfy(entry -> assertThat(entry.actor()).isEqualTo("tester"));
            execute(broken, "DROP TABLE city");
            assertThat(fleet.migrate().succeeded()).isTrue();
            assertThat(fleet.rollback("crm", RollbackTarget.everything()).targets())
                    .allSatisfy(target -> assertThat(target.rolledBack()).containsExactly("crm-1"));
        }
    }

    @Test
    default void tenantsBySchemaAreThereOrRefusedByName() {
        bench().expectAnything();
        FleetReport report = Godwit.fleet()
                .tenants(bench().database().dataSource(), List.of("acme"))
                .build()
                .migrate();
        boolean able = !dialect().settings().enter(Name.of("acme")).isEmpty();
        assertThat(report.failed())
                .hasSize(1)
                .first()
                .satisfies(target -> assertThat(target.failure())
                        .isInstanceOf(able ? PlanRefusedException.class : UnsupportedByDialectException.class)
                        .hasMessageContainingAll("acme", able ? "Create it" : "data source of its own"));
        assertThat(introspect().tables()).isEmpty();
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> outcomes(FleetReport report) {
        return report.targets().stream()
                .map(target -> target.target() + " " + target.outcomeText())
                .toList();
    }
}
