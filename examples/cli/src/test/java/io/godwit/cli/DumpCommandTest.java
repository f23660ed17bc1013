package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpCommandTest {

    /** As applications write it, and never Godwit. */
    private static final List<String> SHOP = List.of(
            "CREATE TABLE [Customer] ([CustomerId] INTEGER PRIMARY KEY, [Name] NVARCHAR(40) NOT NULL UNIQUE,"
                    + " [Since] DATETIME DEFAULT CURRENT_TIMESTAMP, [Active] BOOLEAN NOT NULL DEFAULT 1, [Anything])",
            "CREATE TABLE Orders (id integer primary key autoincrement, customer INT NOT NULL"
                    + " REFERENCES customer(CUSTOMERID) ON DELETE CASCADE, total NUMERIC(10,2) CHECK (total >= 0),"
                    + " rate FLOAT, note VARCHAR(3), day DATE, big INTEGER, parent INTEGER REFERENCES Orders)",
            "CREATE INDEX by_day ON Orders (day DESC)",
            "CREATE INDEX by_note ON Orders (note COLLATE NOCASE)",
            "CREATE VIEW large AS SELECT id, total FROM Orders WHERE total > 100",
            "INSERT INTO Customer VALUES (1, 'Ann', '2020-01-02 03:04:05', 1, NULL),"
                    + " (2, 'Zoë', '2021-12-31 23:59:59.5', 0, 'x')",
            "INSERT INTO Orders (customer, total, rate, note, day, big) VALUES (1, 99.9, 0.1, 'long', '2024-02-29', 1),"
                    + " (2, 100.25, 1e300, '', '0001-01-01', 9007199254740993)");

    @TempDir
    private Path folder;

    private Place place(String name) throws IOException {
        return new Place(Files.createDirectory(folder.resolve(name)));
    }

    private static void execute(String url, List<String> statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static List<String> rows(String url, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                StringBuilder text = new StringBuilder();
                for (int at = 1; at <= row.getMetaData().getColumnCount(); at++) {
                    text.append(at == 1 ? "" : ", ").append(row.getString(at));
                }
                rows.add(text.toString());
            }
        }
        return rows;
    }

    private static List<String> digests(Answer inspected) {
        List<String> digests = new ArrayList<>();
        inspected.json().at("/manifest/tables").forEach(table -> digests.add(table.toString()));
        return digests;
    }

    @Test
    void aDatabaseThatGodwitDidNotMakeBecomesAPackage() throws IOException, SQLException {
        Place here = place("here").without("GODWIT_PLUGINS");
        execute(here.url(), SHOP);
        String file = folder.resolve("shop.godwit.tar.gz").toString();
        Answer out = here.run("dump", "--plugin", "shop", "--output", file, "--format", "json");
        assertThat(out.error()).isEmpty();
        assertThat(out.code()).isZero();
        JsonNode json = out.json();
        assertThat(json.at("/tables").asInt()).isEqualTo(2);
        assertThat(json.at("/rows").asInt()).isEqualTo(4);
        assertThat(json.at("/indexes").asInt()).isEqualTo(2);
        List<String> notes = new ArrayList<>();
        json.at("/notes")
                .forEach(note -> notes.add(
                        note.at("/of").asText() + ": " + note.at("/message").asText()));
        assertThat(notes)
                .containsExactlyInAnyOrder(
                        "Customer: column Anything is declared as BLOB and has texts: it is text in the package",
                        "Orders: column note is declared as VARCHAR(3) and has longer texts: it is text in the package",
                        "Orders: column big is declared as integer and has larger numbers: it is bigint in the package",
                        "Orders: the index by_note is in sqlite's own words, and travels to no other engine");
        assertThat(rows(here.url(), "SELECT name FROM sqlite_master WHERE name LIKE 'godwit%'"))
                .as("nothing is written into what is dumped")
                .isEmpty();

        Place there = place("there").without("GODWIT_PLUGINS");
        assertThat(there.run("install", file).code())
                .as("what is SQLite's own needs trust")
                .isEqualTo(6);
        Answer in = there.run("install", file, "--trust-sql", "--format", "json");
        assertThat(in.code()).isZero();
        assertThat(rows(there.url(), "SELECT * FROM Customer ORDER BY 1"))
                .containsExactly(
                        "1, Ann, 2020-01-02T03:04:05.000000, 1, null", "2, Zoë, 2021-12-31T23:59:59.500000, 0, x");
        assertThat(rows(there.url(), "SELECT id, customer, total, rate, note, day, big FROM Orders ORDER BY 1"))
                .isEqualTo(rows(here.url(), "SELECT id, customer, total, rate, note, day, big FROM Orders ORDER BY 1"));
        assertThat(rows(there.url(), "SELECT id FROM large")).containsExactly("2");
        execute(
                there.url(),
                List.of("INSERT INTO Customer (Name) VALUES ('Cyd')", "INSERT INTO Orders (customer) VALUES (3)"));
        assertThat(rows(there.url(), "SELECT id, customer FROM Orders WHERE customer = 3"))
                .containsExactly("3, 3");
    }

    @Test
    void theDumpOfADumpHasTheSameRows() throws IOException, SQLException {
        Place here = place("here").without("GODWIT_PLUGINS");
        execute(here.url(), SHOP);
        Place there = place("there").without("GODWIT_PLUGINS");
        String first = folder.resolve("first.zip").toString();
        String second = folder.resolve("second.zip").toString();
        assertThat(here.run("dump", "--plugin", "shop", "--output", first, "--without-indexes")
                        .code())
                .isZero();
        assertThat(there.run("install", first).code())
                .as("without SQLite's own index nothing needs trust")
                .isZero();
        assertThat(there.run("dump", "--plugin", "shop", "--output", second, "--without-indexes")
                        .code())
                .isZero();
        Answer one = here.run("inspect", first, "--format", "json");
        Answer other = there.run("inspect", second, "--format", "json");
        assertThat(digests(one)).hasSize(2).isEqualTo(digests(other));
        assertThat(there.run("history").out()).contains("dump: Customer: 2; Orders: 2");
    }

    @Test
    void aFolderGetsTheUsualName() throws IOException, SQLException {
        Place here = place("here").without("GODWIT_PLUGINS");
        execute(here.url(), SHOP);
        Answer out = here.run(
                "dump", "--output", folder.toString(), "--version", "3.0.0", "--tables", "Customer", "--without-data");
        assertThat(out.code()).isZero();
        assertThat(out.out()).contains("app 3.0.0, 1 table, 0 views, 0 indexes, 0 rows, not signed");
        assertThat(folder.resolve("app-3.0.0.godwit.tar.gz")).exists();
        assertThat(here.run("dump", "--output", folder.toString(), "--exclude", "nothing")
                        .code())
                .isEqualTo(6);
        assertThat(here.run("dump", "--output", folder.toString(), "--version", "one")
                        .code())
                .isEqualTo(2);
    }
}
