package io.godwit.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.Fleet;
import io.godwit.FleetReport;
import io.godwit.Godwit;
import io.godwit.TargetReport;
import io.godwit.engine.Outcome;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.plan.RollbackTarget;
import io.godwit.tck.harness.PluginFolder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Customers that have a schema each in one database. */
class PostgresTenantTest {

    private static final String PEOPLE = """
            {"id": "people", "operations": [
              {"createTable": {"table": "crm.people", "columns": [
                {"name": "id", "type": "bigint", "primaryKey": true},
                {"name": "name", "type": "varchar(50)", "nullable": false},
                {"name": "boss_id", "type": "bigint", "references": {"table": "crm.people", "column": "id"}}]}},
              {"createIndex": {"table": "crm.people", "columns": ["name"]}},
              {"insertRows": {"table": "crm.people", "rows": [{"id": 1, "name": "one"}]}}]},
            {"id": "seen", "dependencies": ["people"], "sql": {"universal":
              "create view crm.bosses as select p.id, p.name from crm.people p where p.boss_id is null; update crm.people set name = 'first' where id = 1"}},
            {"id": "own", "dependencies": ["seen"], "sql": {"postgresql": "INSERT INTO crm_people (id, name) SELECT 2, p.name FROM crm_people p"},
              "rollbackSupported": true}""";

    private static final String MORE = """
            {"id": "more", "operations": [
              {"addColumn": {"table": "crm.people", "column": {"name": "size", "type": "integer"}}},
              {"renameIndex": {"table": "crm.people", "from": "ix_crm_people_name", "to": "by_name"}},
              {"dropIndex": {"table": "crm.people", "name": "by_name"}},
              {"renameTable": {"from": "crm.people", "to": "crm.persons"}}]}""";

    private final PostgresTestDatabase database = PostgresTestDatabase.create();
    private final PluginFolder plugins = PluginFolder.create()
            .document(
                    "crm",
                    "crm-1",
                    "1.0.0",
                    "\"steps\": {\"up\": [" + PEOPLE + "], \"down\": [{\"id\": \"back\","
                            + " \"operations\": [{\"dropView\": {\"name\": \"crm.bosses\"}}, {\"dropTable\": {\"table\": \"crm.people\"}}]}]}");

    @AfterEach
    void close() {
        plugins.close();
        database.close();
    }

    private Fleet fleet(List<String> tenants) {
        return Godwit.fleet()
                .tenants(database.dataSource(), tenants)
                .each(godwit -> godwit.plugins(plugins.source()))
                .failureBudget(1)
                .build();
    }

    private List<String> schemas(int count) throws SQLException {
        List<String> schemas =
                IntStream.range(0, count).mapToObj(number -> "Tenant " + number).toList();
        for (String schema : schemas) {
            execute("CREATE SCHEMA \"" + schema + "\"");
        }
        return schemas;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    @Test
    void eachTenantHasItsOwnTablesAndHistory() throws SQLException {
        List<String> tenants = schemas(6);
        FleetReport report = fleet(tenants).migrate();
        assertThat(report.failed()).isEmpty();
        assertThat(report.targets())
                .allSatisfy(target -> assertThat(target.applied()).containsExactly("crm-1"));
        String tables =
                "SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname LIKE"
                        + " 'Tenant%' AND c.relname IN ('crm_people', 'crm_bosses', 'godwit_migration')";
        assertThat(rows(tables)).containsExactly("18");
        assertThat(rows("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
                .containsExactly("0");
        assertThat(rows("SELECT name FROM \"Tenant 3\".crm_people ORDER BY id")).containsExactly("first", "first");
        assertThat(rows("SELECT name FROM \"Tenant 5\".crm_bosses ORDER BY id")).hasSize(2);
        assertThat(rows("SELECT nspname FROM pg_namespace WHERE nspname = 'crm'"))
                .isEmpty();

        plugins.migration("crm-2", "1.1.0", MORE);
        assertThat(fleet(tenants).migrate().failed()).isEmpty();
        Godwit third = Godwit.on(database.dataSource())
                .tenant("Tenant 2")
                .plugins(plugins.source())
                .build();
        third.rollback("crm", RollbackTarget.everything()).orThrow();
        assertThat(third.status().plugins().get(0).applied()).isEmpty();
        assertThat(rows("SELECT count(*) FROM \"Tenant 1\".crm_persons")).containsExactly("2");
        assertThat(rows(tables)).containsExactly("11");
    }

    @Test
    void tenantsSchemaIsLeftWhereItWas() throws SQLException {
        schemas(1);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = \"$user\", public, elsewhere");
            PooledConnection pool = new PooledConnection(connection);
            Godwit.on(pool).tenant("Tenant 0").plugins(plugins.source()).build().planAll();
            try (ResultSet path = statement.executeQuery("SHOW search_path")) {
                path.next();
                assertThat(path.getString(1)).isEqualTo("\"$user\", public, elsewhere");
            }
        }
    }

    @Test
    void textThatNamesSchemasIsRefused() throws SQLException {
        schemas(1);
        for (String text : List.of(
                "INSERT INTO crm.people VALUES (1)",
                "CREATE TABLE IF NOT EXISTS \\\"public\\\" . other (id int)",
                "SET search_path = public",
                "SELECT set_config('search_path', 'public', false)")) {
            plugins.migration("crm-2", "1.1.0", "{\"id\": \"raw\", \"sql\": {\"postgresql\": \"" + text + "\"}}");
            FleetReport report = fleet(List.of("Tenant 0")).migrate();
            assertThat(report.failed()).hasSize(1);
            assertThat(report.failed().get(0).failure())
                    .as(text)
                    .isInstanceOf(UnsupportedByDialectException.class)
                    .hasMessageContaining("crm-2, step raw");
        }
        assertThat(rows("SELECT 1 FROM pg_class WHERE relname LIKE 'godwit%'")).isEmpty();
    }

    @Test
    void tenantWithoutItsSchemaIsRefusedAlone() throws SQLException {
        schemas(1);
        FleetReport report = fleet(List.of("Tenant 0", "nobody")).migrate();
        assertThat(report.targets())
                .extracting(TargetReport::outcome)
                .containsExactly(Outcome.SUCCEEDED, Outcome.REFUSED);
        assertThat(report.toMarkdown()).contains("There is no schema 'nobody'");
    }
}
