package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.godwit.Godwit;
import io.godwit.dialect.FailureKind;
import io.godwit.dialect.Feature;
import io.godwit.dialect.PrivilegeNeed;
import io.godwit.dialect.Statement;
import io.godwit.engine.Outcome;
import io.godwit.failure.MissingPrivilege;
import io.godwit.failure.PrivilegeMissingException;
import io.godwit.failure.StatementFailedException;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.Plan;
import io.godwit.plan.RollbackTarget;
import io.godwit.plan.UninstallMode;
import io.godwit.schema.TableName;
import io.godwit.tck.harness.CountedConnection;
import io.godwit.tck.harness.PluginFolder;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A login that may not do what a plan needs: told so at planning, with all that is missing and what would help. */
public interface PrivilegeContract extends EngineContract {

    String PONDS = """
            {"id": "ponds", "operations": [{"createTable": {"table": "pond", "columns": [
              {"name": "id", "type": "bigint", "primaryKey": true}]}}]}""";

    String CHANGES = """
            {"id": "more", "operations": [
              {"addColumn": {"table": "city", "column": {"name": "size", "type": "integer"}}},
              {"createIndex": {"table": "city", "name": "by_name", "columns": ["name"]}},
              {"createTable": {"table": "lake", "columns": [
                {"name": "id", "type": "bigint", "primaryKey": true}, {"name": "city_id", "type": "bigint"}],
                "foreignKeys": [{"columns": ["city_id"], "references": {"table": "city", "columns": ["id"]}}]}},
              {"createView": {"name": "near", "query": "select id from lake"}}]},
            {"id": "less", "dependencies": ["more"], "operations": [
              {"insertRows": {"table": "city", "rows": [{"id": 7, "name": "seven"}]}},
              {"updateRows": {"table": "city", "set": {"name": "there"}, "where": "id = 7"}},
              {"deleteRows": {"table": "city", "where": "id = 7"}},
              {"dropTable": {"table": "pond"}}]}""";

    @Test
    default void whatTheLoginLacksIsRefusedAtPlanningWithWhatWouldHelp() throws SQLException {
        try (PluginFolder plugins = cities()) {
            Godwit owner = on(plugins).build();
            owner.migrate();
            plugins.migration("crm-2", "1.1.0", CHANGES);
            DataSource readers = bench().database().reader();
            Godwit reader = plugins.on(readers).build();
            List<String> before = logicalSchema().lines();
            PrivilegeMissingException refusal = refusal(reader::planAll);
            assertThat(refusal.getMessage())
                    .contains("crm-2, step more", "crm-2, step less", "the history", "Nothing was changed");
            assertThat(refusal(reader::migrate).missing()).isEqualTo(refusal.missing());
            assertThat(logicalSchema().lines()).isEqualTo(before);
            assertThat(reader.conflicts()).isEmpty();
            if (dialect().supports(Feature.PRIVILEGES)) {
                refusal.missing().stream().map(MissingPrivilege::remedy).forEach(bench()::execute);
                run(reader.planAll(), readers);
                assertThat(logicalSchema().lines()).isNotEqualTo(before);
            } else {
                assertThat(refusal.missing()).hasSize(1);
            }
        }
    }

    @Test
    default void whatTheLoginLacksForTheWayBackIsRefusedAtPlanning() throws SQLException {
        try (PluginFolder plugins = cities()) {
            Godwit owner = on(plugins).build();
            owner.migrate();
            Godwit reader = plugins.on(bench().database().reader()).build();
            List<String> before = logicalSchema().lines();
            assertThat(refusal(() -> reader.planRollback("crm", RollbackTarget.everything()))
                            .getMessage())
                    .contains("crm-1, step");
            assertThat(refusal(() -> reader.planUninstall("crm", UninstallMode.KEEP))
                            .getMessage())
                    .contains("the history");
            assertThat(reader.rollback("crm", RollbackTarget.everything()).outcome())
                    .isEqualTo(Outcome.REFUSED);
            assertThat(logicalSchema().lines()).isEqualTo(before);
        }
    }

    @Test
    default void emptyDatabaseStaysSo() throws SQLException {
        try (PluginFolder plugins = cities()) {
            bench().expectAnything();
            Godwit reader = plugins.on(bench().database().reader()).build();
            assertThat(refusal(reader::migrate).getMessage()).contains("the history", "crm-1, step");
            assertThat(introspect().tables()).isEmpty();
        }
    }

    @Test
    default void nothingToDoNeedsNoPrivilege() throws SQLException {
        try (PluginFolder plugins = cities()) {
            on(plugins).build().migrate();
            Godwit reader = plugins.on(bench().database().reader()).build();
            assertThat(reader.migrate().outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
            assertThat(reader.status().plugins().get(0).applied()).containsExactly("crm-1");
            assertThat(reader.history()).hasSize(1);
        }
    }

    @Test
    default void engineThatRefusesAtRunTimeIsUnderstood() throws SQLException {
        try (PluginFolder plugins = cities()) {
            Godwit owner = on(plugins).build();
            owner.migrate();
            plugins.migration("crm-2", "1.1.0", CHANGES);
            Plan plan = owner.planAll();
            DataSource readers = bench().database().reader();
            List<String> before = logicalSchema().lines();
            assertThat(plugins.on(readers).build().tryExecute(plan).failure())
                    .satisfiesAnyOf(
                            failure -> assertThat(failure).isInstanceOf(PrivilegeMissingException.class),
                            failure -> assertThat(failure)
                                    .isInstanceOfSatisfying(
                                            StatementFailedException.class,
                                            failed -> assertThat(failed.forbidden())
                                                    .isTrue()));
            assertThat(logicalSchema().lines()).isEqualTo(before);
            for (String sql : List.of("INSERT INTO city (id, name) VALUES (9, 'nine')", "DROP TABLE city")) {
                SQLException failure = catchThrowableOfType(SQLException.class, () -> execute(readers, sql));
                assertThat(dialect().failures().classify(Objects.requireNonNull(failure, sql)))
                        .as(sql)
                        .isEqualTo(FailureKind.PERMISSION);
            }
        }
    }

    @Test
    default void privilegesAreAskedForTwiceAtMost() throws SQLException {
        apply(createTable("city", key("id")));
        List<PrivilegeNeed> needs = Arrays.stream(PrivilegeNeed.Act.values())
                .map(act -> new PrivilegeNeed(act, TableName.of("city"), false))
                .toList();
        try (Connection connection = bench().database().connect()) {
            CountedConnection counted = new CountedConnection(connection);
            assertThat(dialect().privileges().lacks(counted.connection(), needs))
                    .isEmpty();
            assertThat(counted.statements()).isLessThanOrEqualTo(2);
        }
    }

    private static PluginFolder cities() {
        return PluginFolder.create().migration("crm-1", "1.0.0", RunContract.CITY + "," + PONDS);
    }

    private static PrivilegeMissingException refusal(Runnable planning) {
        return Objects.requireNonNull(
                catchThrowableOfType(PrivilegeMissingException.class, planning::run), "nothing was refused");
    }

    private static void run(Plan plan, DataSource dataSource) throws SQLException {
        for (MigrationPlan migration : plan.migrations()) {
            for (Statement statement : migration.statements()) {
                execute(dataSource, statement.sql());
            }
        }
    }

    private static void execute(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                java.sql.Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
