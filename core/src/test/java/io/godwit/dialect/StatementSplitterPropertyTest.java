package io.godwit.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.dialect.SplitterRules.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random statements in an engine's own SQL, joined by what ends them there, come apart again. */
class StatementSplitterPropertyTest {

    private static final SplitterRules MYSQL = SplitterRules.with(
            Syntax.BACKSLASH_ESCAPES,
            Syntax.BACKTICKS,
            Syntax.HASH_COMMENTS,
            Syntax.BLOCK_BODIES,
            Syntax.DELIMITER_LINES);
    private static final SplitterRules SQLITE =
            SplitterRules.with(Syntax.BLOCK_BODIES, Syntax.BACKTICKS, Syntax.BRACKETS);
    private static final SplitterRules SQL_SERVER =
            SplitterRules.with(Syntax.GO_LINES, Syntax.BRACKETS, Syntax.NESTED_COMMENTS);
    private static final SplitterRules ORACLE = SplitterRules.with(Syntax.SLASH_LINES);

    private static final String BODY = "begin update a set b = case when c then ';' end; select 1; end";

    private static List<String> split(SplitterRules rules, String script) {
        return new StatementSplitter(rules).split(script);
    }

    /** Characters in which quotes, comments and separators hide. */
    private static Arbitrary<String> inside() {
        return Arbitraries.strings().withChars("ab;$-/*# \n'\"`[]\\GO").ofMaxLength(8);
    }

    private static Arbitrary<String> plain() {
        return Arbitraries.oneOf(
                Arbitraries.of("a", "x1", "1.5", "+", ",", "(b)", "case when d then 1 end", "5--1"),
                inside().map(text -> "/* " + text.replace("*", "").replace("/", "") + " */ b"),
                inside().map(text -> "-- " + text.replace("\n", "") + "\nb"));
    }

    private static Arbitrary<String> standard() {
        return Arbitraries.oneOf(
                plain().filter(piece -> !piece.equals("5--1")),
                inside().map(text -> "'" + text.replace("'", "''") + "'"),
                inside().map(text -> "\"q" + text.replace("\"", "\"\"") + "\""));
    }

    private static Arbitrary<String> backticks() {
        return inside().map(text -> "`q" + text.replace("`", "``") + "`");
    }

    private static Arbitrary<String> brackets() {
        return inside().map(text -> "[q" + text.replace("]", "") + "]");
    }

    private static Arbitrary<List<String>> statements(Arbitrary<String> pieces, String... others) {
        Arbitrary<String> statement =
                pieces.list().ofMinSize(1).ofMaxSize(6).map(words -> "select " + String.join(" ", words));
        Arbitrary<String> any = others.length == 0 ? statement : Arbitraries.oneOf(statement, Arbitraries.of(others));
        return any.list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<String>> ofMySql() {
        Arbitrary<String> escaped = inside().map(text -> text.replace("\\", "\\\\"));
        Arbitrary<String> pieces = Arbitraries.oneOf(
                plain(),
                backticks(),
                escaped.map(text -> "'" + text.replace("'", "\\'") + "'"),
                escaped.map(text -> "\"" + text.replace("\"", "\"\"") + "\""),
                inside().map(text -> "# " + text.replace("\n", "") + "\nb"),
                Arbitraries.of("/*!40101 c */"));
        return statements(
                pieces, "create trigger t before insert on a for each row " + BODY, "create procedure p() " + BODY);
    }

    @Provide
    Arbitrary<List<String>> ofSqlite() {
        return statements(
                Arbitraries.oneOf(standard(), backticks(), brackets()),
                "CREATE TRIGGER IF NOT EXISTS t AFTER UPDATE ON a WHEN case when 1 then 2 end " + BODY);
    }

    @Provide
    Arbitrary<List<String>> ofSqlServer() {
        return statements(
                Arbitraries.oneOf(standard(), brackets(), Arbitraries.of("x; y", "/* a /* b; */ */ c", "go")));
    }

    @Provide
    Arbitrary<List<String>> ofOracle() {
        return statements(standard());
    }

    @Property(tries = 1000)
    void mySqlsStatementsComeApartAgain(@ForAll("ofMySql") List<String> statements) {
        assertThat(split(MYSQL, String.join(" ;;\n", statements) + "\n;")).isEqualTo(statements);
        String delimited = "delimiter //\n" + String.join("//\n", statements) + "\n//\ndelimiter ;\nselect 1;";
        if (statements.stream().noneMatch(statement -> statement.contains("//"))) {
            List<String> all = new ArrayList<>(statements);
            all.add("select 1");
            assertThat(split(MYSQL, delimited)).isEqualTo(all);
        }
    }

    @Property(tries = 1000)
    void sqlitesStatementsComeApartAgain(@ForAll("ofSqlite") List<String> statements) {
        assertThat(split(SQLITE, String.join("; ;\r\n\t", statements))).isEqualTo(statements);
    }

    @Property(tries = 1000)
    void sqlServersBatchesComeApartAgain(@ForAll("ofSqlServer") List<String> batches) {
        assertThat(split(SQL_SERVER, String.join("\n  Go\n", batches) + "\nGO\n"))
                .isEqualTo(batches);
    }

    @Property(tries = 1000)
    void oraclesStatementsComeApartAgain(@ForAll("ofOracle") List<String> statements) {
        assertThat(split(ORACLE, String.join(";\n", statements))).isEqualTo(statements);
        String blocks =
                statements.stream().map(one -> "begin " + one + "; end;").collect(Collectors.joining("\n/\n"));
        assertThat(split(ORACLE, blocks)).hasSameSizeAs(statements);
    }
}
