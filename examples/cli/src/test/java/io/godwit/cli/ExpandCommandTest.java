package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExpandCommandTest {

    @TempDir
    private Path folder;

    private Path root;
    private Path output;

    @BeforeEach
    void place() throws IOException {
        root = Files.createDirectories(folder.resolve("root/sub")).getParent();
        output = folder.resolve("one.sql");
    }

    @Test
    void filesArePutInWherePsqlWouldGoOnInThem() throws IOException {
        write(
                "main.sql",
                "SELECT 1;\n\\i sub/a.sql\n\\ir 'sub/b c.sql' \\echo done\n\\include sub/a.sql;\nSELECT 2;\n");
        write("sub/a.sql", "SELECT 'a';\r\n\\include_relative d.sql\r\n");
        write("sub/b c.sql", "SELECT 'b' -- not ended");
        write("sub/d.sql", "SELECT 'd';\n");

        Answer answer = expand("main.sql");

        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains("5 files put in");
        String a =
                "-- begin of sub/a.sql\nSELECT 'a';\r\n-- begin of sub/d.sql\nSELECT 'd';\n-- end of sub/d.sql\n-- end of sub/a.sql\n";
        assertThat(output)
                .hasContent("SELECT 1;\n" + a
                        + "-- begin of sub/b c.sql\nSELECT 'b' -- not ended\n;\n-- end of sub/b c.sql\n\\echo done\n"
                        + a + "SELECT 2;\n");
    }

    @Test
    void whatStandsInQuotesCommentsAndRowsIsNoInclude() throws IOException {
        String script = """
                -- \\i no.sql
                /* \\i no.sql /* \\i no.sql */ */
                SELECT '\\i no.sql', "\\i no.sql", $a$ \\i no.sql $a$, E'it\\'s
                \\i no.sql';
                \\echo '\\i no.sql'
                \\! cat \\i no.sql
                COPY notes (body) FROM STDIN;
                \\i no.sql
                \\.
                SELECT 1;
                """;
        write("main.sql", script);

        assertThat(expand("main.sql").code()).isZero();
        assertThat(output).hasContent(script);
    }

    @Test
    void eachClientHasItsOwnInclude() throws IOException {
        write("sub/a.sql", "SELECT 1;\n");
        String whole = "-- begin of sub/a.sql\nSELECT 1;\n-- end of sub/a.sql\nSELECT 2;\n";

        for (String include : new String[] {
            "source sub/a.sql\n",
            "SOURCE sub/a.sql;\n",
            "\\. sub/a.sql\n",
            ".read sub/a.sql\n",
            ".read 'sub/a.sql'\n",
            ":r sub/a.sql\n",
            ":r \"sub/a.sql\"\n",
            "\\i sub/a.sql\n"
        }) {
            write("main.sql", include + "SELECT 2;\n");
            assertThat(expand("main.sql").code()).as(include).isZero();
            assertThat(output).as(include).hasContent(whole);
        }
    }

    @Test
    void sqlcmdJoinsWhatTheOthersEnd() throws IOException {
        write("main.sql", "SELECT name\n:r sub/from.sql\nWHERE id = 1\nGO\n");
        write("sub/from.sql", "FROM person");

        assertThat(expand("main.sql").code()).isZero();
        assertThat(output)
                .hasContent(
                        "SELECT name\n-- begin of sub/from.sql\nFROM person\n-- end of sub/from.sql\nWHERE id = 1\nGO\n");
    }

    @Test
    void everythingThatStandsAgainstItIsSaidWithItsPlaceAndNothingIsWritten() throws IOException {
        Files.writeString(folder.resolve("outside.sql"), "SELECT 1;\n");
        Files.createSymbolicLink(root.resolve("sub/link.sql"), folder.resolve("outside.sql"));
        write("main.sql", "\\i none.sql\n\\i ../outside.sql\n\n\\i sub/link.sql\n\\i sub/a.sql\n\\i sub\n");
        write("sub/a.sql", "\n\\ir ../main.sql\n");
        Files.writeString(output, "before");

        Answer answer = expand("main.sql");

        assertThat(answer.code()).isEqualTo(6);
        assertThat(answer.error())
                .contains(
                        "main.sql:1:1: there is no file 'none.sql'",
                        "main.sql:2:1: '../outside.sql' is outside of the root",
                        "main.sql:4:1: 'sub/link.sql' is outside of the root",
                        "sub/a.sql:2:1: '../main.sql' includes itself: main.sql → sub/a.sql → main.sql",
                        "main.sql:6:1: 'sub' is not a file");
        assertThat(output).hasContent("before");
        assertThat(folder)
                .isDirectoryNotContaining(path -> path.getFileName().toString().startsWith(".one"));
    }

    @Test
    void whatOneScriptCannotSayIsRefused() throws IOException {
        write("sub/a.sql", "SELECT 1;\n");
        write("sub/quit.sql", "SELECT 1;\n\\q\nSELECT 2;\n");
        write("sub/open.sql", "SELECT 'x;\n");
        write("sub/rows.sql", "COPY t FROM stdin;\n1\n");

        assertRefused("SELECT 1\n\\i sub/a.sql\n", "line 2, column 1", "middle of a statement");
        assertRefused("\\i :file\n\\i sub/a.sql\n", "line 1", "only psql knows");
        assertRefused("\\i `ls`\n\\i sub/a.sql\n", "line 1", "only psql knows");
        assertRefused("\\i sub/quit.sql\n", "sub/quit.sql:2", "leave this file");
        assertRefused("\\i sub/open.sql\n", "sub/open.sql: line 1, column 8", "not closed");
        assertRefused("\\i sub/rows.sql\n", "sub/rows.sql: line 1", "no \\. at their end");
    }

    @Test
    void byteOrderMarksGoAndOtherEncodingsAreRefused() throws IOException {
        write("main.sql", "\\i sub/a.sql\n\\i sub/b.sql\n");
        Files.write(root.resolve("sub/a.sql"), "\ufeffSELECT 'ü';\n".getBytes(StandardCharsets.UTF_8));
        Files.write(root.resolve("sub/b.sql"), "\ufeffSELECT 'ö';\n".getBytes(StandardCharsets.UTF_16LE));

        assertThat(expand("main.sql").code()).isZero();
        assertThat(Files.readString(output))
                .contains("SELECT 'ü';", "SELECT 'ö';")
                .doesNotContain("\ufeff");

        Files.write(root.resolve("sub/b.sql"), "SELECT 'ö';\n".getBytes(StandardCharsets.ISO_8859_1));
        Answer answer = expand("main.sql");
        assertThat(answer.code()).isEqualTo(6);
        assertThat(answer.error()).contains("sub/b.sql: is not UTF-8");
    }

    @Test
    void theOutputReplacesNothingThatItReads() throws IOException {
        write("main.sql", "\\i sub/a.sql\n");
        write("sub/a.sql", "SELECT 1;\n");
        output = root.resolve("sub/a.sql");

        assertThat(expand("main.sql").code()).isEqualTo(6);
        assertThat(output).hasContent("SELECT 1;\n");
        output = root.resolve("sub");
        assertThat(expand("main.sql").code()).isEqualTo(6);
    }

    @Test
    void scriptsReadJson() throws IOException {
        write("main.sql", "source sub/a.sql\n");
        write("sub/a.sql", "SELECT 1;\n");

        Answer done = expand("main.sql", "--format", "json");
        assertThat(done.json().at("/engine").asText()).isEqualTo("mysql");
        assertThat(done.json().at("/files").asInt()).isEqualTo(1);

        write("sub/a.sql", "source main.sql\n");
        Answer refused = expand("main.sql", "--format", "json");
        assertThat(refused.json().at("/error/problems/0/file").asText()).isEqualTo("sub/a.sql");
        assertThat(refused.json().at("/error/problems/0/line").asInt()).isEqualTo(1);
        assertThat(expand("none.sql").code()).isEqualTo(2);
    }

    private void assertRefused(String script, String... words) throws IOException {
        write("main.sql", script);
        Answer answer = expand("main.sql", "--engine", "postgresql");
        assertThat(answer.code()).as(script).isEqualTo(6);
        assertThat(answer.error()).contains(words);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(root.resolve(name), text);
    }

    private Answer expand(String script, String... options) {
        String[] arguments = {
            "expand", root.resolve(script).toString(), "--root", root.toString(), "--output", output.toString()
        };
        return new Place(folder)
                .without("GODWIT_URL")
                .run(Stream.concat(Arrays.stream(arguments), Arrays.stream(options))
                        .toArray(String[]::new));
    }
}
