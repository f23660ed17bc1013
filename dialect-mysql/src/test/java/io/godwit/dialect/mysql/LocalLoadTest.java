package io.godwit.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.tck.RowWriterContract;
import io.godwit.tck.harness.Workbench;
import io.godwit.tck.harness.WrittenRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Rows by LOAD DATA on MySQL, where a server and MySQL's own driver must first be told to allow it. */
class LocalLoadTest implements RowWriterContract {

    private final Workbench bench = new Workbench(MySqlTestDatabase.create(allowed()));

    @Override
    public Workbench bench() {
        return bench;
    }

    private static ServerUrl allowed() {
        ServerUrl server = new ServerUrl(TestServer.MYSQL.url()).byConnectorJ();
        try (Connection connection = server.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET GLOBAL local_infile = 1");
        } catch (SQLException e) {
            throw new IllegalStateException("the server does not let its root allow LOAD DATA", e);
        }
        return new ServerUrl(server.text() + (server.text().contains("?") ? "&" : "?") + "allowLoadLocalInfile=true");
    }

    @Test
    void rowsAreLoaded() throws SQLException {
        apply(createTable("kept", key("id")));
        new WrittenRows(bench, "kept").write(writer -> {
            for (int id = 0; id < MANY; id++) {
                writer.add(new Object[] {Integer.toString(id)});
            }
            writer.flush();
        });
        assertThat(bench.rowsOf("SHOW SESSION STATUS LIKE 'Com_load'")).containsExactly("Com_load, 1");
        assertThat(rows("select count(*) from kept")).containsExactly(Integer.toString(MANY));
    }

    @Test
    void rowThatHasNoBytesEndsTheLoadAndNotTheConnection() throws SQLException {
        apply(createTable("kept", key("id"), column("words", text())));
        WrittenRows kept = new WrittenRows(bench, "kept");
        assertThatThrownBy(() -> kept.write(writer -> {
                    for (int id = 0; id < 2 * MANY; id++) {
                        writer.add(new Object[] {Integer.toString(id), id == MANY ? "\ud83d" : "w"});
                    }
                    writer.flush();
                }))
                .hasMessageContaining("half of a surrogate pair");
        assertThat(rows("select count(*) from kept")).containsExactly("0");
        kept.write(writer -> {
            writer.add(new Object[] {"1", "\ud83d\ude00"});
            writer.flush();
        });
        assertThat(rows("select count(*) from kept")).containsExactly("1");
    }
}
