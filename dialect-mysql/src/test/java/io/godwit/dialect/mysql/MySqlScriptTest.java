package io.godwit.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.operation.EngineSql;
import io.godwit.operation.Operation;
import io.godwit.operation.Sql;
import io.godwit.operation.SqlScript;
import io.godwit.schema.Position;
import io.godwit.tck.harness.Workbench;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scripts as the client {@code mysql} takes them, and as mysqldump writes them, split where the servers would have them split. */
class MySqlScriptTest {

    private static Operation own(String text) {
        return new Sql(new EngineSql(Map.of("mysql", new SqlScript(text, Position.NONE))));
    }

    private static Workbench city(EveryServer server) {
        Workbench bench = new Workbench(server.create());
        bench.execute("CREATE TABLE city (id int PRIMARY KEY, name varchar(40))");
        return bench;
    }

    @ParameterizedTest
    @EnumSource(EveryServer.class)
    void quotesAndBackslashesHideSemicolons(EveryServer server) {
        try (Workbench bench = city(server)) {
            bench.apply(own("""
                    CREATE TABLE `odd;``name` (`a;b` int);
                    INSERT INTO city VALUES (1, 'it\\'s;'), (2, 'it''s;'), (3, "say \\"hi;\\""), (4, 'end\\\\');
                    INSERT INTO `odd;``name` (`a;b`) VALUES (5);
                    INSERT INTO city VALUES (6, '#;'), (7, '-- ;'), (8, '/*;');
                    """));
            assertThat(bench.rowsOf("SELECT name FROM city ORDER BY id"))
                    .containsExactly("it's;", "it's;", "say \"hi;\"", "end\\", "#;", "-- ;", "/*;");
            assertThat(bench.rowsOf("SELECT `a;b` FROM `odd;``name`")).containsExactly("5");
        }
    }

    @ParameterizedTest
    @EnumSource(EveryServer.class)
    void commentsAreThoseOfTheEngine(EveryServer server) {
        try (Workbench bench = city(server)) {
            bench.apply(own("""
                    # first; a comment, it's
                    -- second; a comment, it's
                    --
                    INSERT INTO city VALUES (1, 'a') /* third; it's */; # fourth; it's
                    INSERT INTO city SELECT 5--1, 'b';
                    /*!50003 INSERT INTO city VALUES (3, 'c;c') */;
                    /*!99999 INSERT INTO city VALUES (4, 'd') */;
                    INSERT INTO city VALUES (/*! 5 + */ 5, 'e');
                    """));
            assertThat(bench.rowsOf("SELECT id, name FROM city ORDER BY id"))
                    .containsExactly("1, a", "3, c;c", "6, b", "10, e");
        }
    }

    @ParameterizedTest
    @EnumSource(EveryServer.class)
    void bodiesAreStatementsWithAndWithoutDelimiterLines(EveryServer server) {
        try (Workbench bench = city(server)) {
            bench.apply(own("""
                    DELIMITER //
                    CREATE PROCEDURE fill(up int)
                    BEGIN
                        DECLARE i int DEFAULT 0;
                        WHILE i < up DO
                            SET i = i + 1;
                            IF i <> 2 THEN INSERT INTO city VALUES (i, 'a;b'); END IF;
                        END WHILE;
                    END//
                    CREATE TRIGGER loud BEFORE INSERT ON city FOR EACH ROW
                    BEGIN SET NEW.name = CASE WHEN NEW.id > 2 THEN upper(NEW.name) ELSE NEW.name END; END//
                    delimiter ;
                    CREATE TRIGGER later BEFORE UPDATE ON city FOR EACH ROW BEGIN
                        IF NEW.id < 0 THEN SET NEW.id = 0; END IF;
                    END;
                    CALL fill(3);
                    UPDATE city SET id = -7 WHERE id = 1;
                    """));
            assertThat(bench.rowsOf("SELECT id, name FROM city ORDER BY id")).containsExactly("0, a;b", "3, A;B");
        }
    }

    /** What mysqldump writes around a trigger. */
    @ParameterizedTest
    @EnumSource(EveryServer.class)
    void dumpIsRead(EveryServer server) {
        try (Workbench bench = new Workbench(server.create())) {
            bench.apply(own("""
                    /*!40101 SET @OLD_SQL_NOTES=@@SQL_NOTES, SQL_NOTES=0 */;
                    DROP TABLE IF EXISTS `city`;
                    CREATE TABLE `city` (
                      `id` int NOT NULL,
                      `name` varchar(40) DEFAULT NULL COMMENT 'a;b',
                      PRIMARY KEY (`id`)
                    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
                    LOCK TABLES `city` WRITE;
                    /*!40000 ALTER TABLE `city` DISABLE KEYS */;
                    INSERT INTO `city` VALUES (1,'O\\'Neill;'),(2,NULL);
                    /*!40000 ALTER TABLE `city` ENABLE KEYS */;
                    UNLOCK TABLES;
                    DELIMITER ;;
                    /*!50003 CREATE*/ /*!50003 TRIGGER `loud` BEFORE INSERT ON `city` FOR EACH ROW BEGIN
                      SET NEW.name = upper(NEW.name);
                    END */;;
                    DELIMITER ;
                    /*!40101 SET SQL_NOTES=@OLD_SQL_NOTES */;
                    INSERT INTO city VALUES (3, 'c');
                    """));
            assertThat(bench.rowsOf("SELECT id, name FROM city ORDER BY id"))
                    .containsExactly("1, O'Neill;", "2, NULL", "3, C");
        }
    }
}
