package io.godwit.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.dialect.SplitterRules.Syntax;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementSplitterTest {

    private static final SplitterRules POSTGRESQL =
            SplitterRules.with(Syntax.DOLLAR_QUOTES, Syntax.NESTED_COMMENTS, Syntax.ESCAPE_STRINGS);
    private static final SplitterRules SQLITE =
            SplitterRules.with(Syntax.BLOCK_BODIES, Syntax.BACKTICKS, Syntax.BRACKETS);
    private static final SplitterRules MYSQL = SplitterRules.with(
            Syntax.BACKSLASH_ESCAPES,
            Syntax.BACKTICKS,
            Syntax.HASH_COMMENTS,
            Syntax.BLOCK_BODIES,
            Syntax.DELIMITER_LINES);
    private static final SplitterRules SQL_SERVER =
            SplitterRules.with(Syntax.GO_LINES, Syntax.BRACKETS, Syntax.NESTED_COMMENTS);
    private static final SplitterRules ORACLE = SplitterRules.with(Syntax.SLASH_LINES);

    private static List<String> split(SplitterRules rules, String script) {
        return new StatementSplitter(rules).split(script);
    }

    @Test
    void semicolonsEndStatements() {
        assertThat(split(SplitterRules.STANDARD, "a; b ;\n\nc")).containsExactly("a", "b", "c");
        assertThat(split(SplitterRules.STANDARD, " ;; \n; ")).isEmpty();
        assertThat(split(SplitterRules.STANDARD, "")).isEmpty();
    }

    @Test
    void quotesHideSemicolons() {
        assertThat(split(SplitterRules.STANDARD, "a ';' \";\" 'it''s;'; b"))
                .containsExactly("a ';' \";\" 'it''s;'", "b");
        assertThat(split(SQLITE, "a `;` [;] ; b")).containsExactly("a `;` [;]", "b");
        assertThat(split(MYSQL, "a 'it\\'s;' \"\\\";\"; b")).containsExactly("a 'it\\'s;' \"\\\";\"", "b");
        assertThat(split(POSTGRESQL, "a E'\\';'; b '\\'; c")).containsExactly("a E'\\';'", "b '\\'", "c");
        assertThat(split(POSTGRESQL, "a date'\\'; b")).containsExactly("a date'\\'", "b");
    }

    @Test
    void commentsHideSemicolons() {
        assertThat(split(SplitterRules.STANDARD, "a -- ; '\n; b /* ; ' */")).containsExactly("a -- ; '", "b /* ; ' */");
        assertThat(split(SplitterRules.STANDARD, "-- only\n; /* this */ ;")).isEmpty();
        assertThat(split(POSTGRESQL, "a /* /* ; */ ; */; b")).containsExactly("a /* /* ; */ ; */", "b");
        assertThat(split(SplitterRules.STANDARD, "a /* /* ; */; b")).containsExactly("a /* /* ; */", "b");
        assertThat(split(MYSQL, "a # ;\n; b 5--1; c")).containsExactly("a # ;", "b 5--1", "c");
        assertThat(split(MYSQL, "/*! SET a = 1 */;")).containsExactly("/*! SET a = 1 */");
        assertThat(split(SplitterRules.STANDARD, "a - b / c; d")).containsExactly("a - b / c", "d");
    }

    @Test
    void dollarsQuote() {
        assertThat(split(POSTGRESQL, "do $$ a; $b$ ; $$; b $1; c")).containsExactly("do $$ a; $b$ ; $$", "b $1", "c");
        assertThat(split(POSTGRESQL, "do $x$ a; $$ ; $x$; a$b$; c")).containsExactly("do $x$ a; $$ ; $x$", "a$b$", "c");
    }

    @Test
    void bodiesOfTriggersHoldSemicolons() {
        String trigger =
                "CREATE TEMP TRIGGER IF NOT EXISTS t AFTER UPDATE ON a BEGIN UPDATE a SET b = CASE WHEN c THEN 1 END; SELECT 1; END";
        assertThat(split(SQLITE, trigger + "; select 1")).containsExactly(trigger, "select 1");
        assertThat(split(SQLITE, "BEGIN; select 1; END")).containsExactly("BEGIN", "select 1", "END");
        assertThat(split(SQLITE, "create table \"trigger\" (a, b); begin; select 1"))
                .containsExactly("create table \"trigger\" (a, b)", "begin", "select 1");
    }

    @Test
    void bodiesOfProceduresHoldNestedBlocks() {
        String procedure = "create procedure p() begin if a then begin x; end; end if; while b do y; end while;"
                + " case c when 1 then z; end case; end";
        assertThat(split(MYSQL, procedure + "; select 1")).containsExactly(procedure, "select 1");
        assertThat(
                        split(
                                MYSQL,
                                "delimiter //\ncreate procedure p() begin a; b; end//\nselect 1; select 2//\nDELIMITER ;\nc; d"))
                .containsExactly("create procedure p() begin a; b; end", "select 1; select 2", "c", "d");
    }

    @Test
    void bodiesOfSqlFunctionsHoldSemicolons() {
        String function = "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN a THEN 1 END; SELECT 2; END";
        assertThat(split(POSTGRESQL, function + "; b; c")).containsExactly(function, "b", "c");
        assertThat(split(POSTGRESQL, "CREATE FUNCTION f() AS 'begin'; begin; b"))
                .containsExactly("CREATE FUNCTION f() AS 'begin'", "begin", "b");
    }

    @Test
    void linesWithGoEndBatches() {
        assertThat(split(SQL_SERVER, "a; b\nGO\n c; 'x\nGO\n'\ngo 5\n-- d\nGO"))
                .containsExactly("a; b", "c; 'x\nGO\n'");
        assertThat(split(SQL_SERVER, "select go from a\n go\nb")).containsExactly("select go from a", "b");
    }

    @Test
    void linesWithASlashEndBlocks() {
        assertThat(
                        split(
                                ORACLE,
                                "create table a (b int);\nbegin a; b; end;\n/\ncreate or replace trigger t begin x; end;\n/\nc"))
                .containsExactly(
                        "create table a (b int)", "begin a; b; end;", "create or replace trigger t begin x; end;", "c");
    }

    @Test
    void whatIsNotClosedIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> split(SplitterRules.STANDARD, "a;\n b 'c"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("line 2, column 4: ' is not closed");
        assertThatThrownBy(() -> split(SplitterRules.STANDARD, "a /* b"))
                .hasMessage("line 1, column 3: the comment is not closed");
        assertThatThrownBy(() -> split(POSTGRESQL, "a $x$ b")).hasMessage("line 1, column 3: $x$ is not closed");
        assertThatThrownBy(() -> split(SQLITE, "create trigger t begin a; b;"))
                .hasMessage("line 1, column 1: a block has no END");
    }

    @Test
    void strayDelimiterInsideAWordIsNone() {
        assertThat(split(MYSQL, "delimiter x\na; box\n")).containsExactly("a; box");
    }
}
