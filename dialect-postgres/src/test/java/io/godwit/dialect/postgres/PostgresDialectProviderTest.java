package io.godwit.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.DialectProvider;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresDialectProviderTest {

    private final PostgresDialectProvider provider = new PostgresDialectProvider();

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(DialectProvider.class))
                .anyMatch(found -> found instanceof PostgresDialectProvider);
    }

    @Test
    void answersForALivePostgres() throws SQLException {
        PostgresTestDatabase database = PostgresTestDatabase.create();
        try (Connection connection = database.dataSource().getConnection()) {
            Optional<Dialect> dialect = provider.forDatabase(connection.getMetaData());
            assertThat(dialect.map(Dialect::engine)).contains("postgresql");
            assertThat(dialect.map(Dialect::version))
                    .contains(Integer.toString(connection.getMetaData().getDatabaseMajorVersion()));
        } finally {
            database.close();
        }
    }

    @Test
    void leavesOtherProductsAlone() throws SQLException {
        assertThat(provider.forDatabase(calling("MySQL"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "12.4", "17.10 (Debian 17.10-1)", "18beta1", ""})
    void versionsThatItRendersFor(String version) {
        assertThat(Integer.parseInt(provider.forVersion(version).version())).isBetween(12, 18);
    }

    @ParameterizedTest
    @ValueSource(strings = {"11", "9.6", "99", "latest"})
    void otherVersionsAreRefused(String version) {
        assertThatThrownBy(() -> provider.forVersion(version))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + version + "' is no version of PostgreSQL that Godwit renders for: 12 to 18");
    }

    private static DatabaseMetaData calling(String product) {
        return (DatabaseMetaData) Proxy.newProxyInstance(
                PostgresDialectProviderTest.class.getClassLoader(),
                new Class<?>[] {DatabaseMetaData.class},
                (proxy, method, arguments) -> product);
    }
}
