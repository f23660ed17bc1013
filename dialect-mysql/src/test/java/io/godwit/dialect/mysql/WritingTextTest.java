package io.godwit.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.schema.TableName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WritingTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "INSERT INTO old VALUES (1) | old",
                "insert ignore into `my old` (id) values ('# a') | my old",
                "REPLACE old SET id = 1 | old",
                "/* first */ UPDATE IGNORE `a``b` SET id = 1 | a`b",
                "/* why */ DELETE QUICK FROM old WHERE id = 1 | old",
                "TRUNCATE old | old",
                "ALTER TABLE old ADD COLUMN engine varchar(20) | old",
                "LOAD DATA LOCAL INFILE 'x' INTO TABLE old | old",
                "/*!40000 ALTER TABLE `old` DISABLE KEYS */ | old"
            })
    void writtenTableIsTold(String statement, String table) {
        assertThat(new WritingText(statement).table()).contains(TableName.of(table));
        assertThat(new WritingText(statement).engine()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM old",
                "DROP TABLE old",
                "ALTER TABLE old ENGINE = InnoDB",
                "INSERT INTO elsewhere.old VALUES (1)",
                "TRUNCATE TABLE elsewhere.old",
                "CREATE TABLE old (engine varchar(20) COMMENT 'engine = MyISAM')",
                "CREATE TEMPORARY TABLE old (id int) ENGINE = MEMORY",
                "SELECT 'SET default_storage_engine = MyISAM'"
            })
    void otherStatementsAreLeftAlone(String statement) {
        assertThat(new WritingText(statement).table()).isEmpty();
        assertThat(new WritingText(statement).engine()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CREATE TABLE a (b int) ENGINE=MyISAM, MyISAM",
        "create or replace table a (b int) comment 'it''s # old' engine aria, aria",
        "ALTER TABLE a ENGINE = 'MEMORY', MEMORY",
        "SET SESSION default_storage_engine = CSV, CSV",
        "/*!50100 CREATE TABLE a (b int) ENGINE=ARCHIVE */, ARCHIVE"
    })
    void engineWithoutTransactionsIsTold(String statement, String engine) {
        assertThat(new WritingText(statement).engine()).contains(engine);
    }
}
