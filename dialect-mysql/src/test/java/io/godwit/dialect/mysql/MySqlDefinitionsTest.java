package io.godwit.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.tck.harness.ExactTables;
import io.godwit.tck.harness.Workbench;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables that are told, dropped and made again: nothing that the catalog or a row says is another. */
class MySqlDefinitionsTest {

    private static void thereAndBack(Workbench bench, String drop, List<String> questions, String... tables) {
        ExactTables before = ExactTables.of(bench.dialect(), bench.connection(), tables);
        List<List<String>> answers = questions.stream().map(bench::rowsOf).toList();
        bench.execute("SET foreign_key_checks = 0");
        bench.execute(drop);
        before.restore();
        assertThat(ExactTables.of(bench.dialect(), bench.connection(), tables).lines())
                .isEqualTo(before.lines());
        assertThat(questions.stream().map(bench::rowsOf).toList()).isEqualTo(answers);
    }

    @ParameterizedTest
    @EnumSource
    void valuesOfEveryTypeComeBackAsTheyWere(EveryServer server) {
        try (Workbench bench = new Workbench(server.create())) {
            bench.execute("SET sql_mode = 'ALLOW_INVALID_DATES,NO_AUTO_VALUE_ON_ZERO'");
            bench.execute("""
                    CREATE TABLE held (id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, n DECIMAL(65,30), f FLOAT, fu FLOAT(7,3),
                      d DOUBLE, t LONGTEXT, l TEXT CHARACTER SET latin1, c CHAR(5), b LONGBLOB, vb VARBINARY(5), fb BINARY(5),
                      day DATE, hour TIME(6), hour0 TIME, moment DATETIME(3), whole DATETIME, instant TIMESTAMP(6) NULL, y YEAR,
                      kind ENUM('a', 'it''s'), kinds SET('a', 'b;', 'c d'), flag TINYINT(1), tiny TINYINT, medium MEDIUMINT UNSIGNED,
                      big BIGINT UNSIGNED, bits BIT(13), bit1 BIT(1), doc JSON, place POINT, zero INT(5) UNSIGNED ZEROFILL) CHARACTER SET utf8mb4""");
            bench.execute("""
                    INSERT INTO held VALUES (0, 12345678901234567890123456789012345.100000000000000000000000000000, 0.1, 1.1, 0.1, '',
                      'é', 'ab  ', '', x'00ff', 'a', '0000-00-00', '-838:59:59', '838:59:59', '0000-00-00 00:00:00', '2024-00-15 00:00:00', NULL, 0,
                      '', '', 5, -128, 16777215, 18446744073709551615, b'1010101010101', b'1', '{"a": 1.5, "b": null}', ST_GeomFromText('POINT(1.5 -0)', 0), 42),
                      (4294967295, -0.000000000000000000000000000001, 3.40282e38, -0.001, -1.7976931348623157e308, '😀 \\\\ \\0 \\'', '', '', x'00270a0d1a5c', '',
                      x'0000000001', '9999-12-31', '23:59:59.999999', '0:00', '1999-12-31 23:59:59.5', '2024-02-31 00:00:00',
                      '2038-01-19 03:14:07.999999', 2155, 2, 'c d,a', -1, 127, 0, 0, b'0', b'0', 'null', NULL, NULL)""");
            bench.execute(
                    "INSERT INTO held (id, f, d, kind, flag) VALUES (7, 16777217, 2.2250738585072014e-308, 0, 1), (8, 1.17549e-38, 5e-324, NULL, 0)");
            thereAndBack(
                    bench,
                    "DROP TABLE held",
                    List.of(
                            "SELECT id, n, f + 0e0, fu + 0e0, d, HEX(t), HEX(l), HEX(c), HEX(b), HEX(vb), HEX(fb), CAST(day AS CHAR), CAST(hour AS CHAR),"
                                    + " CAST(hour0 AS CHAR), CAST(moment AS CHAR), CAST(whole AS CHAR), CAST(instant AS CHAR), y + 0, kind + 0, kinds + 0, flag + 0,"
                                    + " tiny, medium, big, bits + 0, bit1 + 0, CAST(doc AS CHAR), HEX(place), CAST(zero AS CHAR), 'end' FROM held ORDER BY id",
                            "SHOW CREATE TABLE held"),
                    "held");
        }
    }

    /** MySQL reads a number in a text as a DOUBLE: the backup has it as it will come back. */
    @Test
    void decimalInADocumentComesBackAsTheSameNumber() {
        try (Workbench bench = new Workbench(EveryServer.MYSQL.create())) {
            bench.execute("CREATE TABLE held (doc JSON)");
            bench.execute("INSERT INTO held VALUES (JSON_OBJECT('a', CAST(1.10 AS DECIMAL(5, 2))))");
            ExactTables before = ExactTables.of(bench.dialect(), bench.connection(), "held");
            bench.execute("DROP TABLE held");
            before.restore();
            assertThat(ExactTables.of(bench.dialect(), bench.connection(), "held")
                            .lines())
                    .isEqualTo(before.lines());
            assertThat(bench.rowsOf("SELECT doc FROM held")).containsExactly("{\"a\": 1.1}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everythingThatATableCanSayIsSaidAgain(EveryServer server) {
        try (Workbench bench = new Workbench(server.create())) {
            bench.execute("""
                    CREATE TABLE `it's (a, ``table``` (id INT NOT NULL AUTO_INCREMENT, `größe "x", (` INT DEFAULT 7 COMMENT 'it''s (a, \\\\ "b"',
                      boss INT, word VARCHAR(20) CHARACTER SET latin1 COLLATE latin1_bin DEFAULT 'CHECK (`x`, ', num INT DEFAULT 3, twice INT AS (num * 2) STORED,
                      thrice INT AS (num * 3) VIRTUAL, made TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
                      PRIMARY KEY (id), UNIQUE KEY u (word(5), boss), KEY b (boss), FULLTEXT KEY ft (word),
                      CONSTRAINT `boss's` FOREIGN KEY (boss) REFERENCES `it's (a, ``table``` (id) ON DELETE SET NULL,
                      CONSTRAINT `pos,` CHECK (num <> 4 AND word <> ')'), CHECK (num < 1000)) ENGINE = InnoDB AUTO_INCREMENT = 77 ROW_FORMAT = DYNAMIC COMMENT = 'a ) b'""");
            bench.execute(
                    "CREATE TABLE logs (id INT NOT NULL, at DATE NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (YEAR(at))"
                            + " (PARTITION p0 VALUES LESS THAN (2020), PARTITION p1 VALUES LESS THAN MAXVALUE)");
            bench.execute("SET foreign_key_checks = 0");
            bench.execute("INSERT INTO `it's (a, ``table``` (id, boss, word) VALUES (1, 2, 'é'), (2, 1, NULL)");
            bench.execute("INSERT INTO logs VALUES (1, '2019-01-01'), (2, '2024-01-01')");
            bench.execute("SET sql_mode = 'ANSI_QUOTES'");
            bench.execute("CREATE TRIGGER \"t'r\" BEFORE INSERT ON logs FOR EACH ROW SET NEW.id = NEW.id + 1");
            bench.execute("SET sql_mode = 'STRICT_ALL_TABLES'");
            bench.execute(
                    "CREATE TRIGGER second BEFORE INSERT ON logs FOR EACH ROW BEGIN SET NEW.id = NEW.id * 10; SET NEW.id = NEW.id + 1; END");
            thereAndBack(
                    bench,
                    "DROP TABLE `it's (a, ``table```, logs",
                    List.of(
                            "SHOW CREATE TABLE `it's (a, ``table```",
                            "SHOW CREATE TABLE logs",
                            "SELECT id, boss, HEX(word), twice, CAST(made AS CHAR) FROM `it's (a, ``table``` ORDER BY id",
                            "SELECT id, CAST(at AS CHAR) FROM logs PARTITION (p0)",
                            "SELECT trigger_name, action_statement, sql_mode, action_order FROM information_schema.triggers WHERE trigger_schema = database() ORDER BY 1"),
                    "\"it's (a, `table`\"",
                    "logs");
        }
    }
}
