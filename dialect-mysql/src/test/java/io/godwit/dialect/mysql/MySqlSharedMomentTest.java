package io.godwit.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.dialect.SharedMoment;
import io.godwit.tck.harness.Workbench;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MySqlSharedMomentTest {

    private static final List<String> TABLES = List.of("`city`");

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM city")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** The server shows what its transactions do a tenth of a second later. */
    private static boolean begins(SharedMoment moment, Connection first, Connection other, Connection keeper)
            throws SQLException, InterruptedException {
        for (int tries = 0; tries < 100; tries++) {
            if (moment.begin(first, List.of(other), keeper, TABLES)) {
                return true;
            }
            Thread.sleep(50);
        }
        return false;
    }

    @ParameterizedTest
    @EnumSource(EveryServer.class)
    void writerIsNeitherWaitedForNorHeldUp(EveryServer server) throws Exception {
        try (Workbench bench = new Workbench(server.create());
                Connection first = bench.database().dataSource().getConnection();
                Connection other = bench.database().dataSource().getConnection();
                Connection keeper = bench.database().dataSource().getConnection();
                Connection writer = bench.database().dataSource().getConnection()) {
            SharedMoment moment = bench.dialect().sharedMoment().orElseThrow();
            execute(writer, "CREATE TABLE city (id int PRIMARY KEY) ENGINE = InnoDB");
            writer.setAutoCommit(false);
            execute(writer, "INSERT INTO city VALUES (1)");
            for (String statement : bench.dialect().transactions().reading()) {
                execute(first, statement);
            }

            assertThat(moment.begin(first, List.of(other), keeper, TABLES)).isFalse();

            execute(writer, "INSERT INTO city VALUES (2)");
            writer.commit();
            assertThat(begins(moment, first, other, keeper)).isTrue();
            execute(writer, "INSERT INTO city VALUES (3)");
            writer.commit();
            assertThat(List.of(count(first), count(other))).containsExactly(2, 2);
        }
    }
}
