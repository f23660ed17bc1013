package io.godwit.universal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.dialect.SplitterRules;
import io.godwit.dialect.StatementSplitter;
import io.godwit.failure.InvalidMigrationException;
import io.godwit.schema.Position;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ScriptSplitterTest {

    private static final Position DOCUMENT = new Position("a.json", "/steps/0/sql/universal", 7, 20);

    private static List<String> split(String script) {
        return new ScriptSplitter(new Source(script, Position.NONE))
                .statements().stream().map(Source::text).toList();
    }

    @Provide
    Arbitrary<List<String>> statements() {
        return pieces().list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(words -> "select " + String.join(" ", words))
                .list()
                .ofMaxSize(6);
    }

    private static Arbitrary<String> pieces() {
        Arbitrary<String> inside =
                Arbitraries.strings().withChars("ab;$-/* \n'\"\\E(){}é").ofMaxLength(8);
        return Arbitraries.oneOf(
                Arbitraries.of("a", "x1", "1.5", "+", ",", "e", "$1", "begin", "end", "\"E\"", "tag$x", "<->"),
                inside.map(text -> "'" + text.replace("'", "''") + "'"),
                inside.map(text -> "E'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"),
                inside.map(text -> "U&'" + text.replace("\\", "\\\\").replace("'", "''") + "'"),
                inside.map(text -> "\"q" + text.replace("\"", "\"\"") + "\""),
                inside.map(text -> "$$" + text.replace("$", "") + "$$"),
                inside.map(text -> "$tag$" + text.replace("$", "") + "; $tagg$ $tag$"),
                inside.map(text -> "/* " + text.replace("*", "").replace("/", "") + " /* nested; */ */ b"),
                inside.map(text -> "-- " + text.replace("\n", "") + "\nb"),
                Arbitraries.of("(select ';'; 2)", "[1]", "(a, (b))"));
    }

    @Provide
    Arbitrary<List<String>> separators() {
        return Arbitraries.of(";", " ; ", ";;\n", ";\n-- it's; a comment\n", "\n; /* ' /* $$ */ ; */", ";\t\r\n \f;")
                .list()
                .ofSize(7);
    }

    @Property(tries = 2000)
    void statementsJoinedBySeparatorsComeApartAgain(
            @ForAll("statements") List<String> statements, @ForAll("separators") List<String> separators) {
        StringBuilder script = new StringBuilder(separators.get(6));
        for (int at = 0; at < statements.size(); at++) {
            script.append(statements.get(at)).append(separators.get(at));
        }
        assertThat(split(script.toString())).isEqualTo(statements);
    }

    /** The rules by which PostgreSQL's own scripts are split end statements where this splitter does. */
    @Property(tries = 1000)
    void rulesOfThePostgresqlDialectAgree(@ForAll("statements") List<String> statements) {
        List<String> flat = statements.stream()
                .filter(statement -> !statement.contains("(select ';'; 2)"))
                .toList();
        assertThat(new StatementSplitter(SplitterRules.UNIVERSAL).split(String.join(";\n", flat)))
                .isEqualTo(flat);
    }

    @Test
    void bodyOfAnSqlRoutineIsNotSplit() {
        String routine = """
                CREATE OR REPLACE FUNCTION f(n int) RETURNS int LANGUAGE sql
                BEGIN ATOMIC
                  INSERT INTO t VALUES (n);
                  SELECT CASE WHEN n > 1 THEN (CASE n WHEN 2 THEN 3 END) END;
                END""";
        assertThat(split(routine + ";\nSELECT 1")).containsExactly(routine, "SELECT 1");
    }

    @Test
    void rowsOfCopyAndCommandsOfTheClientAreStatements() {
        assertThat(split("\\restrict abc;\nCOPY t (a) FROM stdin;\n1;2\n\\N\n\\.\n\nSELECT 1;"))
                .containsExactly("\\restrict abc;", "COPY t (a) FROM stdin;\n1;2\n\\N", "SELECT 1");
    }

    @Test
    void whatIsNotClosedIsRefusedWithItsPlace() {
        for (String open : List.of(
                "select 'a",
                "select \"a",
                "select $x$ a $y$",
                "select /* /* */",
                "select (1",
                "select 1)",
                "select [1)",
                "create function f() begin atomic select 1;",
                "copy t from stdin;\n1\n")) {
            assertThatThrownBy(() -> split("select 1;\n" + open))
                    .as(open)
                    .isInstanceOf(InvalidMigrationException.class)
                    .hasMessageContaining("2:");
        }
    }

    @Test
    void placesAreThoseOfTheDocument() {
        List<Source> statements = new ScriptSplitter(new Source("select 1;\n \"select\" 2", DOCUMENT)).statements();
        Position second = statements.get(1).position();
        // Behind the opening quote: nine characters, a line break of two, a blank.
        assertThat(second).isEqualTo(new Position("a.json", "/steps/0/sql/universal", 7, 32));
        List<Source> plain = new ArrayList<>(
                new ScriptSplitter(new Source("select 1;\n  select 2", new Position("a.sql", "", 1, 1))).statements());
        assertThat(plain.get(1).position()).isEqualTo(new Position("a.sql", "", 2, 3));
    }

    @Test
    void unicodeStringsMeanTheirCharacters() {
        List<Token> tokens = new Lexer(new Source(
                        "U&'d\\0061t\\+00006F' U&'d!0061' UESCAPE '!' U&\"\\0441\" E'\\u00e9\\n' N'a'", Position.NONE))
                .tokens();
        assertThat(tokens.stream().map(Token::text)).containsExactly("dato", "da", "с", "é\n", "a", "");
    }
}
