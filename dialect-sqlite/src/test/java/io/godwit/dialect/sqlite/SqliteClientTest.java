package io.godwit.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.dialect.Statement;
import io.godwit.operation.Operation;
import io.godwit.tck.DialectContract;
import io.godwit.tck.harness.Workbench;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A script for the {@code sqlite3} client makes the same schema, and needs nothing that only a driver has. */
@EnabledIf("clientIsThere")
class SqliteClientTest implements DialectContract {

    private static final Path CLIENT = Path.of("/usr/bin/sqlite3");

    private final Workbench bench = new Workbench(SqliteTestDatabase.create());

    @TempDir
    private Path folder;

    @Override
    public Workbench bench() {
        return bench;
    }

    static boolean clientIsThere() {
        return Files.isExecutable(CLIENT);
    }

    @Test
    void scriptMakesWhatTheDriverMade() throws Exception {
        Operation[] operations = {
            createTable(
                    "p",
                    identity("id"),
                    column("at", timestamptz()),
                    column("u", uuid()),
                    column("j", json()),
                    column("note", text()).withComment("semi; colon")),
            createTable("c", key("id"), column("p", bigint()), column("v", text())),
            addForeignKey("c", foreignKey("p", "p", "id")),
            insert("p", row("id", 5, "at", "2024-01-01T00:00:00+01:00", "j", "text", "note", "it's; -- 😀\n")),
            insert("c", row("id", 1, "p", 5, "v", "long")),
            beforeUpdate("g", "p", row("note", "changed")),
            changeType("p", "note", varchar(100)),
            createView("w", "SELECT note FROM p"),
        };
        String script = script(operations);
        String schema = "SELECT type, name, sql FROM sqlite_schema ORDER BY 2";
        String rows = "SELECT id, at, j, note FROM p; SELECT id, p FROM c";
        client("a.db", script);
        apply(operations);
        bench.execute("VACUUM INTO '" + folder.resolve("b.db") + "'");
        assertThat(client("a.db", schema)).isEqualTo(client("b.db", schema));
        assertThat(client("a.db", rows)).isEqualTo(client("b.db", rows)).contains("2023-12-31T23:00:00.000000Z");
    }

    @Test
    void clientStopsAtTheFirstError() throws Exception {
        String script = String.join("\n", dialect().nativeScript().header())
                + "\nCREATE TABLE a (x);\nnonsense;\nCREATE TABLE b (x);\n";
        Process process = start("c.db");
        process.getOutputStream().write(script.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        assertThat(process.waitFor()).isNotZero();
        assertThat(client("c.db", "SELECT name FROM sqlite_schema").strip()).isEqualTo("a");
    }

    private String script(Operation... operations) {
        List<Statement> statements = bench.render(operations);
        List<String> lines = new ArrayList<>(dialect().nativeScript().header());
        dialect().transactions().before(statements).forEach(line -> lines.add(line + ";"));
        lines.add(dialect().transactions().begin() + ";");
        statements.forEach(one -> lines.add(one.sql() + dialect().nativeScript().terminator(one)));
        lines.add(dialect().transactions().commit() + ";");
        return String.join("\n", lines) + "\n";
    }

    private Process start(String file) throws IOException {
        return new ProcessBuilder(
                        CLIENT.toString(), "-batch", folder.resolve(file).toString())
                .redirectErrorStream(true)
                .start();
    }

    private String client(String file, String script) throws Exception {
        Process process = start(file);
        process.getOutputStream().write(script.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
