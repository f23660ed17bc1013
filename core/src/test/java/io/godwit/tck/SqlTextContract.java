package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.dialect.FailureKind;
import io.godwit.operation.EngineSql;
import io.godwit.operation.Sql;
import io.godwit.operation.SqlStatements;
import io.godwit.schema.Position;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** SQL text: the engine's own, split by its rules, and universal text that is translated. */
public interface SqlTextContract extends DialectContract {

    private Sql own(String text) {
        return sql(dialect().engine(), text);
    }

    @Test
    default void scriptIsSplitWhereStatementsEnd() {
        apply(own("""
                -- first; a comment
                CREATE TABLE city (id integer, name varchar(40));
                /* second; a comment */
                INSERT INTO city VALUES (1, 'a;b''; --');
                INSERT INTO city VALUES (2, 'c') ;;
                -- the end
                """));
        assertThat(rows("select id, name from city order by id")).containsExactly("1, a;b'; --", "2, c");
    }

    @Test
    default void listIsNotSplit() {
        apply(new Sql(new EngineSql(Map.of(
                dialect().engine(),
                new SqlStatements(
                        List.of("CREATE TABLE city (id integer)", "INSERT INTO city VALUES (1)"), Position.NONE)))));
        assertThat(rows("select id from city")).containsExactly("1");
    }

    @Test
    default void ownTextWinsOverUniversalText() {
        apply(createTable("city", key("id"), column("name", text())));
        apply(new Sql(new EngineSql(Map.of(
                EngineSql.UNIVERSAL,
                new SqlStatements(List.of("INSERT INTO city (id, name) VALUES (1, 'universal')"), Position.NONE),
                dialect().engine(),
                new SqlStatements(List.of("INSERT INTO city (id, name) VALUES (1, 'own')"), Position.NONE)))));
        assertThat(rows("select name from city")).containsExactly("own");
    }

    @Test
    default void emptyTextIsNothingToDo() {
        apply(own(""), own(" \n -- nothing\n;"));
        assertThat(introspect().tables()).isEmpty();
    }

    @Test
    default void textForOtherEnginesIsRefused() {
        refused(sql("no-such-engine", "CREATE TABLE city (id integer)"));
    }

    @Test
    default void universalViewIsTranslated() {
        apply(
                createTable("city", key("id"), column("name", text()), column("gone", bool())),
                insert(
                        "city",
                        row("id", 1, "name", "Oslo", "gone", false),
                        row("id", 2, "name", "Rome", "gone", true)));
        apply(createView(
                "living", "select id, name || '!' as name, coalesce(gone, false) as gone from city where not gone"));
        assertThat(rows("select id, name, gone from living", bigint(), text(), bool()))
                .containsExactly("1, Oslo!, false");
    }

    @Test
    default void universalStatementIsTranslated() {
        apply(createTable("city", key("id"), column("name", text())), insert("city", row("id", 1, "name", "Oslo")));
        apply(sql(
                EngineSql.UNIVERSAL,
                "UPDATE city SET name = upper(name) || '!' WHERE id = 1; DELETE FROM city WHERE id = 2"));
        assertThat(rows("select name from city")).containsExactly("OSLO!");
    }

    @Test
    default void functionOfWindowsWithoutAWindowIsRefused() {
        apply(createTable("city", key("id"), column("name", text())));
        refused(createView("numbered", "SELECT row_number() AS n, name FROM city"));
        refused(createView("former", "SELECT lag(name) AS n FROM city"));
    }

    @Test
    default void mistakeInOwnTextIsASyntaxError() {
        assertThat(applyExpectingFailure(own("CREATE TABEL city (id integer)")).kind())
                .isEqualTo(FailureKind.SYNTAX);
    }
}
