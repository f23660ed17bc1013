package io.godwit.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Beside Liquibase's own parser: whatever is read here, it reads as the same. */
final class FormattedSqlFileTest {

    private static final int FILES = 3_000;

    private static final List<String> HEADERS = List.of(
            "--liquibase formatted sql",
            "-- liquibase formatted sql",
            "--LIQUIBASE FORMATTED SQL",
            "  --liquibase  formatted sql x");

    private static final List<String> HEADS = List.of(
            "--changeset ann:1",
            "-- changeset bob:2.0-a",
            "--CHANGESET  ann lee:3 ",
            "\t--changeset josé:vier#",
            "--changeset ann:4 splitStatements:false",
            "--changeset ann:5 stripComments:false",
            "--changeset ann:6 endDelimiter://",
            "--changeset ann:7 context:\"a or b\" labels:x,y dbms:postgresql,h2",
            "--changeset ann:8 runWith:psql splitStatements:false",
            "--changeset ann:9 ignore:true failOnError:false runOnChange:true runAlways:FALSE",
            "--changeset ann:10 runInTransaction:false",
            "--changeset ann:11 contextFilter:test stripComments:false splitStatements:false",
            "--changeset \"ann x\":12",
            "--changeset ann:13 rollbackSplitStatements:false",
            "--changeset ann:14 logicalFilePath:x/y.sql",
            "--changeset labels:15",
            "--changeset ann:16 words that mean nothing",
            "--changeset ann: 17",
            "--changeset ann:18 splitStatements:no",
            "--changeset ann:19:x",
            "--changeset ann:'20'",
            "--changeset ann:21 dbms:!mysql",
            "--changeset ann",
            "-changeset ann:22",
            "--changeset ann:23 rollbackEndDelimiter:XX",
            "--changeset ann:24 labels:\"l 1\" xcontext:y");

    private static final List<String> LINES = List.of(
            "CREATE TABLE t (a int, b varchar(10) DEFAULT 'x;y');",
            "INSERT INTO t VALUES (1, 'it''s -- no comment');",
            "",
            "   ",
            "\t",
            "SELECT 1; SELECT 2;",
            "-- a comment; with a semicolon",
            "/* a block; of\ncomment */ SELECT 3;",
            "SELECT 4 -- tail",
            ";",
            "--rollback DROP TABLE t;",
            "-- rollback DROP TABLE u",
            "--rollback",
            "--rollback not required",
            "-- rollbacks are rare",
            "--comment what it does",
            "-- comment: more",
            "  -- comment not at the start",
            "--comments: no",
            "-- commented out",
            "--comment",
            "--preconditions onFail:MARK_RAN",
            "--precondition-sql-check expectedResult:0 SELECT 0",
            "--validCheckSum: 9:abc",
            "--ignoreLines:1",
            "--ignoreLines:start",
            "-- ignore this",
            "--ignore:1",
            "--property name:x value:y",
            "-- property of it",
            "GO",
            "go",
            "/",
            "SELECT 1 / 2;",
            "  /  ",
            "BEGIN",
            "END;",
            "BEGIN TRANSACTION;",
            "CASE WHEN a THEN b END;",
            "begin_x end_x;",
            "SELECT \"a;b\", `c;d`, [e;f], arr[1], arr[i];",
            "SELECT 'open",
            "SELECT \"open",
            "SELECT 'back\\slash;';",
            "SELECT 'ü;é', 'a\nb';",
            "SELECT ü;",
            "SELECT ${x};",
            "SELECT '$' || '{';",
            "SELECT $$ a; b $$;",
            "SELECT 1e5, 1begin, 2.5;",
            "/* open",
            "*/",
            "--- three",
            "---- property x",
            "- changeset",
            "--",
            "- - x",
            "-- liquibase is used",
            "/* liquibase rollback",
            "DELIMITER //",
            "//",
            "SELECT E'x', N'y', U&'z';",
            "a.b . c.\"d;e\";",
            "x:=1; @y, #z, 5%2;",
            "SELECT 'a';;",
            "SELECT '''';",
            "\u00a0SELECT 1;",
            "SELECT '\u3000';",
            "-- \u2028 x",
            "SELECT 'a' 'b'\"c\"\"d;\";",
            "{call x};",
            "[;",
            "[a\n];b];",
            "``;",
            "x-- y;\nz;",
            "x/* y; */z;",
            "1--2;\n3",
            "\f");

    @Test
    void whatIsReadMeansTheSameToLiquibase() throws Exception {
        Random random = new Random(33);
        int plain = 0;
        int left = 0;
        for (int file = 0; file < FILES; file++) {
            byte[] content = random(random, file % 2 == 0);
            List<ScriptSet> sets;
            try {
                sets = FormattedSqlFile.read(content);
            } catch (NotPlainException strange) {
                left++;
                continue;
            }
            plain++;
            LiquibaseSets.assertSame(content, sets);
        }
        assertThat(plain).isGreaterThan(FILES / 5);
        assertThat(left).isGreaterThan(FILES / 5);
    }

    @Test
    void ordinaryFilesAreRead() throws Exception {
        String text = """
                -- liquibase formatted sql

                -- changeset ann:1 context:"a and b" labels:x splitStatements:true
                -- comment The first
                CREATE TABLE note (id int, body varchar(100)); -- tail
                /* more; */
                INSERT INTO note VALUES (1, 'a;b');
                -- rollback DROP TABLE note;

                --changeset ann:2 runInTransaction:false stripComments:false
                -- why
                VACUUM
                """;
        for (String each : List.of(text, "\uFEFF" + text, text.replace("\n", "\r\n"))) {
            List<ScriptSet> sets = FormattedSqlFile.read(each.getBytes(StandardCharsets.UTF_8));

            assertThat(sets).hasSize(2);
            assertThat(sets.get(0).statements(false))
                    .hasToString("[CREATE TABLE note (id int, body varchar(100)), INSERT INTO note VALUES (1, 'a;b')]");
            assertThat(sets.get(1).statements(false)).hasToString("[-- why\nVACUUM]");
            LiquibaseSets.assertSame(each.getBytes(StandardCharsets.UTF_8), sets);
        }
    }

    @Test
    void anotherEncodingIsLeftToLiquibase() {
        String text = "--liquibase formatted sql\n--changeset a:1\nSELECT 'é';\n";

        assertThatThrownBy(() -> FormattedSqlFile.read(text.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(NotPlainException.class);
        assertThatThrownBy(() -> FormattedSqlFile.read(text.getBytes(StandardCharsets.UTF_16)))
                .isInstanceOf(NotPlainException.class);
    }

    /** @param mild mostly of ordinary lines */
    private static byte[] random(Random random, boolean mild) {
        List<String> lines = new ArrayList<>();
        lines.add(pick(random, HEADERS, mild));
        for (int set = random.nextInt(4); set >= 0; set--) {
            lines.add(pick(random, HEADS, mild));
            for (int line = random.nextInt(6); line >= 0; line--) {
                lines.add(pick(random, LINES, mild));
            }
        }
        String end = random.nextInt(4) == 0 ? "\r\n" : random.nextInt(20) == 0 ? "\r" : "\n";
        String mark = random.nextInt(10) == 0 ? "\uFEFF" : "";
        return (mark + String.join(end, lines) + (random.nextBoolean() ? end : "")).getBytes(StandardCharsets.UTF_8);
    }

    private static String pick(Random random, List<String> all, boolean mild) {
        return all.get(random.nextInt(mild && random.nextInt(12) > 0 ? Math.min(12, all.size()) : all.size()));
    }
}
