package io.godwit.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.schema.TableName;
import io.godwit.tck.harness.Workbench;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EstimatedRowsTest {

    private static final String DIGITS =
            "(SELECT 0 AS d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL"
                    + " SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)";

    private static OptionalLong estimate(Workbench bench) throws SQLException {
        Connection connection = bench.connection();
        for (String setting : bench.dialect().settings().open(Duration.ofSeconds(5))) {
            bench.execute(setting);
        }
        return bench.dialect().introspector().estimatedRows(connection, TableName.of("city"));
    }

    @ParameterizedTest
    @EnumSource(EveryServer.class)
    void rowsAreEstimatedAsTheyAreNow(EveryServer server) throws SQLException {
        try (Workbench bench = new Workbench(server.create())) {
            assertThat(estimate(bench)).isEmpty();
            bench.execute("CREATE TABLE city (id int PRIMARY KEY)");
            assertThat(estimate(bench)).isEmpty();
            bench.execute("INSERT INTO city SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d FROM " + DIGITS
                    + " a, " + DIGITS + " b, " + DIGITS + " c, " + DIGITS + " e, " + DIGITS + " f");
            bench.execute("ANALYZE TABLE city");
            assertThat(estimate(bench).orElseThrow()).isBetween(50_000L, 200_000L);
            bench.execute("TRUNCATE TABLE city");
            bench.execute("ANALYZE TABLE city");
            assertThat(estimate(bench)).isEmpty();
        }
    }
}
