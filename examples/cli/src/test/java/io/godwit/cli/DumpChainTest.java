package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases of applications that go from engine to engine: every row stays what it was. */
class DumpChainTest {

    private static final List<String> SQLITE = List.of(
            "CREATE TABLE [Artist] ([ArtistId] INTEGER PRIMARY KEY NOT NULL, [Name] NVARCHAR(120) UNIQUE, [Code] TEXT UNIQUE)",
            "CREATE TABLE [Track] ([TrackId] INTEGER NOT NULL, [ArtistId] INTEGER NOT NULL, [Before] INTEGER REFERENCES Track,"
                    + " [UnitPrice] NUMERIC(10,2) NOT NULL DEFAULT 0.99 CHECK (UnitPrice >= 0), [Bytes] INTEGER, [Sold] DATETIME,"
                    + " [Rate] REAL, [Cover] BLOB, [Live] BOOLEAN DEFAULT 0, [Of] TEXT REFERENCES Artist (Code), CONSTRAINT [PK_Track] PRIMARY KEY ([TrackId]),"
                    + " FOREIGN KEY ([ArtistId]) REFERENCES [Artist] ([ArtistId]) ON DELETE CASCADE)",
            "CREATE INDEX [IFK_Track] ON [Track] ([ArtistId], [Sold] DESC)",
            "CREATE VIEW [Dear] AS SELECT TrackId FROM Track WHERE UnitPrice > 1",
            "INSERT INTO Artist VALUES (1, 'AC/DC', 'ac'), (2, 'Motörhead 🤘', 'mö🤘'), (3, NULL, NULL), (4, '', '')",
            "INSERT INTO Track VALUES (1, 1, NULL, 0.99, 9007199254740993, '2009-01-01 00:00:00', 0.1, x'00ff', 1, 'mö🤘'),"
                    + " (2, 2, 1, 12345678.9, NULL, '2012-12-31 23:59:59.25', 1e-7, x'', 0, ''), (3, 2, 2, 1.5, 0, NULL, NULL, NULL, NULL, NULL)");

    private static final List<String> MYSQL = List.of(
            "CREATE TABLE customer (id int unsigned AUTO_INCREMENT PRIMARY KEY, name varchar(100) NOT NULL,"
                    + " kind enum('a','b') NOT NULL DEFAULT 'a', age tinyint unsigned DEFAULT 7, note text, born date,"
                    + " since datetime NOT NULL, at timestamp NULL, pic blob, big bigint unsigned, year year, t time(2),"
                    + " CHECK (age > 3), KEY by_name (name))",
            "CREATE TABLE orders (id int AUTO_INCREMENT PRIMARY KEY, customer int unsigned NOT NULL, code char(5),"
                    + " total decimal(10,2) NOT NULL DEFAULT '0.00', KEY by_name (code),"
                    + " CONSTRAINT of_customer FOREIGN KEY (customer) REFERENCES customer (id) ON DELETE CASCADE)",
            "CREATE VIEW big AS SELECT o.id, c.name FROM orders o JOIN customer c ON c.id = o.customer WHERE o.total > 100",
            "INSERT INTO customer (name, note, born, since, at, pic, big, year, t) VALUES ('Ann', 'hi', '2000-02-29',"
                    + " '2020-01-01 10:00:00', '2021-01-01 10:00:00', x'00ff', 18446744073709551615, 2024, '10:11:12.25')",
            "INSERT INTO orders (customer, total, code) VALUES (1, 120.5, 'ab'), (1, 0, '')");

    private static final List<String> POSTGRESQL = List.of(
            "CREATE TABLE customer (id serial PRIMARY KEY, name character varying NOT NULL,"
                    + " email varchar(100) UNIQUE CHECK (email LIKE '%@%'), made timestamptz DEFAULT now(), amount numeric)",
            "CREATE SCHEMA sales",
            "CREATE TABLE sales.orders (id bigserial PRIMARY KEY, customer integer NOT NULL REFERENCES customer ON DELETE CASCADE,"
                    + " status varchar(10) DEFAULT 'new' CHECK (status IN ('new', 'done')), net inet)",
            "CREATE VIEW open_orders AS SELECT o.id, c.name FROM sales.orders o JOIN customer c ON c.id = o.customer"
                    + " WHERE o.status = 'new'",
            "INSERT INTO customer (name, email, made, amount) VALUES ('Ann', 'a@b', '2024-01-01 00:00:00Z', 12.345), ('Bo', NULL, NULL, 1e10)",
            "INSERT INTO sales.orders (customer, status, net) VALUES (1, 'new', '10.0.0.1'), (2, 'done', NULL)");

    @TempDir
    private Path folder;

    private Place at(String url) throws IOException {
        return new Place(Files.createTempDirectory(folder, "place"))
                .without("GODWIT_PLUGINS")
                .with("GODWIT_URL", url);
    }

    private Path dumped(String url) throws IOException {
        Path file = folder.resolve("dump" + System.nanoTime() + ".zip");
        Answer out = at(url).run("dump", "--plugin", "app", "--output", file.toString());
        assertThat(out.code()).as(out.error()).isZero();
        return file;
    }

    private List<String> digests(Path file) throws IOException {
        TreeSet<String> digests = new TreeSet<>();
        for (JsonNode table : at("").run("inspect", file.toString(), "--format", "json")
                .json()
                .at("/manifest/tables")) {
            digests.add(table.at("/table").asText().replace("sales.", "sales_") + " "
                    + table.at("/rows").asInt() + " " + table.at("/digest").asText());
        }
        return new ArrayList<>(digests);
    }

    private void goesRound(String first, List<String> made, String... engines) throws IOException, SQLException {
        try (EmptyDatabases here = new EmptyDatabases(first, folder)) {
            String url = here.another();
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                for (String sql : made) {
                    statement.execute(sql);
                }
            }
            Path file = dumped(url);
            List<String> before = digests(file);
            assertThat(before).hasSize(2);
            for (String engine : engines) {
                try (EmptyDatabases there = new EmptyDatabases(engine, folder)) {
                    String next = there.another();
                    Answer in = at(next).run("install", file.toString(), "--trust-sql");
                    assertThat(in.code()).as(engine + in.out() + in.error()).isZero();
                    file = dumped(next);
                    assertThat(digests(file)).as(engine).isEqualTo(before);
                }
            }
        }
    }

    @Test
    void fromSqliteAndBack() throws IOException, SQLException {
        goesRound("sqlite", SQLITE, "postgresql", "mysql", "mariadb", "sqlite");
    }

    @Test
    void fromMySqlAndBack() throws IOException, SQLException {
        goesRound("mysql", MYSQL, "postgresql", "sqlite", "mariadb", "mysql");
    }

    @Test
    void fromPostgresAndBack() throws IOException, SQLException {
        goesRound("postgresql", POSTGRESQL, "mariadb", "sqlite", "postgresql", "mysql");
    }
}
