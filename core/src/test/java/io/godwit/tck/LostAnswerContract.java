package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.Godwit;
import io.godwit.dialect.Feature;
import io.godwit.dialect.SessionProbe;
import io.godwit.engine.Report;
import io.godwit.engine.RetryPolicy;
import io.godwit.failure.DatabaseUnavailableException;
import io.godwit.failure.LockTimeoutException;
import io.godwit.plan.UpgradeTarget;
import io.godwit.tck.harness.LogicalSchema;
import io.godwit.tck.harness.OneMethodDataSource;
import io.godwit.tck.harness.PluginFolder;
import io.godwit.tck.harness.SilencingProxy;
import io.godwit.tck.harness.Workbench;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server has done its work, and nobody hears of it: no run waits for ever, and none does anything twice. */
public interface LostAnswerContract extends EngineContract {

    RetryPolicy WATCHFUL = new RetryPolicy(
            4, Duration.ofMillis(10), Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofMillis(500));

    /** The first COMMIT is that of the history, where its tables are made in a transaction. */
    @ParameterizedTest
    @CsvSource({"COMMIT, 1", "COMMIT, 2", "COMMIT, 3", "CREATE TABLE, 2"})
    default void lostAnswerIsNotWaitedForAndNothingIsDoneTwice(String word, int times) throws SQLException {
        if (dialect().supports(Feature.SINGLE_WRITER)) {
            assertThat(dialect().probe()).isSameAs(SessionProbe.NONE);
            return;
        }
        try (PluginFolder plugins = PluginFolder.create();
                Workbench bench = new Workbench(bench().database().another());
                Connection direct = bench.database().dataSource().getConnection();
                SilencingProxy proxy = new SilencingProxy(direct, word, times)) {
            plugins.migration("crm-1", "1.0.0", RunContract.CITY + "," + RunContract.ROWS)
                    .migration("crm-2", "1.1.0", """
                            {"id": "lake", "operations": [
                              {"createTable": {"table": "lake", "columns": [{"name": "id", "type": "integer", "primaryKey": true}]}},
                              {"insertRows": {"table": "lake", "rows": [{"id": 7}]}}]}""")
                    .migration("crm-3", "1.2.0", """
                            {"id": "more", "operations": [
                              {"updateRows": {"table": "lake", "set": {"id": {"expression": "id + 1"}}}}]}""");
            Godwit godwit = plugins.on(new OneMethodDataSource(proxy::connect))
                    .retries(WATCHFUL)
                    .build();
            Report report = godwit.migrate(UpgradeTarget.ALL).orThrow();
            assertThat(proxy.hasSilenced()).isTrue();
            assertThat(report.applied()).containsExactly("crm-1", "crm-2", "crm-3");
            assertThat(bench.rows("select id from lake")).containsExactly("8");
            assertThat(bench.rows("select migration_id, state from godwit_migration order by seq"))
                    .isEqualTo(List.of("crm-1, applied", "crm-2, applied", "crm-3, applied"));
            assertThat(InterruptionContract.brokenLinks(bench)).isEmpty();
        }
    }

    /** Where nothing but the network's patience looks after the session. */
    @Test
    default void serverThatHangsDoesNotHangWhoeverAsks() throws SQLException {
        if (dialect().supports(Feature.SINGLE_WRITER)) {
            return;
        }
        try (PluginFolder plugins = PluginFolder.create();
                Workbench bench = new Workbench(bench().database().another());
                Connection direct = bench.database().dataSource().getConnection();
                SilencingProxy proxy = new SilencingProxy(direct, "godwit_lock", 1)) {
            plugins.migration("crm-1", "1.0.0", RunContract.CITY);
            plugins.on(bench.database().dataSource()).build().migrate();
            Godwit godwit = plugins.on(new OneMethodDataSource(proxy::connect))
                    .retries(new RetryPolicy(
                            2, Duration.ofMillis(10), Duration.ZERO, Duration.ZERO, Duration.ofMillis(20)))
                    .build();
            assertThatThrownBy(godwit::status).isInstanceOf(DatabaseUnavailableException.class);
            assertThat(proxy.hasSilenced()).isTrue();
        }
    }

    /** As PgBouncer in transaction mode, with one session for all. */
    @Test
    default void sessionThatIsSharedIsRefused() throws SQLException {
        try (PluginFolder plugins = PluginFolder.create();
                Workbench bench = new Workbench(bench().database().another());
                Connection shared = bench.database().dataSource().getConnection()) {
            plugins.migration("crm-1", "1.0.0", RunContract.CITY);
            Report report = plugins.on(new OneMethodDataSource(() -> held(shared)))
                    .retries(RetryPolicy.NONE)
                    .build()
                    .migrate(UpgradeTarget.ALL);
            if (!dialect().supports(Feature.SINGLE_WRITER)) {
                assertThat(report.failure())
                        .isInstanceOf(DatabaseUnavailableException.class)
                        .hasMessageContainingAll("PgBouncer", "Nothing was changed");
                assertThat(LogicalSchema.of(bench.introspect(), bench.dialect()).lines())
                        .isEmpty();
            } else {
                assertThat(report.applied()).containsExactly("crm-1");
            }
        }
    }

    /** The same connection for whoever asks; it stays open. */
    private static Connection held(Connection connection) {
        InvocationHandler handler = (self, method, arguments) -> {
            if (method.getName().equals("close") || method.getName().equals("abort")) {
                return null;
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return (Connection)
                Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, handler);
    }

    /** What the server still does for a program that is gone is over before the next run begins. */
    @Test
    default void workOfACutOffRunIsWaitedFor() throws SQLException {
        if (dialect().lock().isEmpty()) {
            return;
        }
        try (PluginFolder plugins = PluginFolder.create();
                Connection orphan = bench().database().dataSource().getConnection()) {
            plugins.migration("crm-1", "1.0.0", RunContract.CITY);
            assertThat(dialect().lock().orElseThrow().tryAcquire(orphan, "godwit/work"))
                    .isTrue();
            Godwit godwit = on(plugins).lockWait(Duration.ofMillis(300)).build();
            assertThat(godwit.migrate(UpgradeTarget.ALL).failure())
                    .isInstanceOf(LockTimeoutException.class)
                    .hasMessageContaining("still works for an earlier run");
            dialect().lock().orElseThrow().release(orphan, "godwit/work");
            assertThat(godwit.migrate().applied()).containsExactly("crm-1");
        }
    }
}
