package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.operation.EngineSql;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** ON CONFLICT DO NOTHING of universal SQL leaves the rows that it leaves on PostgreSQL. */
public interface UniversalConflictContract extends DialectContract {

    private void universal(String text) {
        apply(sql(EngineSql.UNIVERSAL, text));
    }

    private List<String> cities() {
        return rows("select id, code, n from city order by id");
    }

    private void makeCities() {
        universal("CREATE TABLE city (id bigint PRIMARY KEY, code varchar(5) UNIQUE, n integer DEFAULT 5);"
                + " INSERT INTO city VALUES (1, 'a', 1), (2, 'b', 2)");
    }

    @Test
    default void rowsInConflictAreLeftOut() {
        makeCities();
        universal("INSERT INTO city VALUES (2, 'x', 9), (3, 'c', 3) ON CONFLICT (id) DO NOTHING");
        universal("INSERT INTO city VALUES (3, 'y', 0), (4, 'd', 4) ON CONFLICT ON CONSTRAINT city_pkey DO NOTHING");
        universal("INSERT INTO city AS c (code, id) VALUES ('d', 5) ON CONFLICT (code) DO NOTHING");
        assertThat(cities()).containsExactly("1, a, 1", "2, b, 2", "3, c, 3", "4, d, 4");
    }

    /** Without columns every key counts, and of rows that meet each other the first is taken. */
    @Test
    default void firstOfTheSameKeyIsTaken() {
        makeCities();
        universal("INSERT INTO city VALUES (7, 'b', 9), (8, 'c', 1), (9, 'c', 2), (8, 'd', 3), (9, 'e', 4),"
                + " (10, NULL, 5), (11, NULL, 6) ON CONFLICT DO NOTHING");
        universal("INSERT INTO city (id, code) VALUES (12, 'f'), (6 * 2, 'g'), (13, 'h'), (12, 'i')"
                + " ON CONFLICT (id) DO NOTHING");
        assertThat(cities())
                .containsExactly(
                        "1, a, 1",
                        "2, b, 2",
                        "8, c, 1",
                        "9, e, 4",
                        "10, NULL, 5",
                        "11, NULL, 6",
                        "12, f, 5",
                        "13, h, 5");
    }

    /** Another key than the one that is named is no reason to leave a row out. */
    @Test
    default void otherKeysStillRefuseTheirRows() {
        makeCities();
        rejected(sql(EngineSql.UNIVERSAL, "INSERT INTO city VALUES (7, 'b', 9) ON CONFLICT (id) DO NOTHING"));
        rejected(sql(EngineSql.UNIVERSAL, "INSERT INTO city VALUES (1, 'z', 9) ON CONFLICT (code) DO NOTHING"));
        assertThat(cities()).containsExactly("1, a, 1", "2, b, 2");
    }

    /** Nothing but the conflict is passed over. */
    @Test
    default void whatIsNoConflictFails() {
        universal("CREATE TABLE city (id bigint PRIMARY KEY, code varchar(5) NOT NULL, n integer CHECK (n > 0));"
                + " INSERT INTO city VALUES (1, 'a', 1)");
        for (String values : List.of("(2, NULL, 1)", "(2, 'toolong', 1)", "(2, 'b', -1)", "(NULL, 'b', 1)")) {
            rejected(sql(EngineSql.UNIVERSAL, "INSERT INTO city VALUES " + values + " ON CONFLICT DO NOTHING"));
            rejected(sql(EngineSql.UNIVERSAL, "INSERT INTO city VALUES " + values + " ON CONFLICT (id) DO NOTHING"));
        }
        rejected(sql(EngineSql.UNIVERSAL, "INSERT INTO city (id, n) VALUES (1, 1) ON CONFLICT (id) DO NOTHING"));
        assertThat(cities()).containsExactly("1, a, 1");
    }

    @Test
    default void selectedRowsInConflictAreLeftOut() {
        makeCities();
        universal("INSERT INTO city SELECT id + 1, code || 'x', n FROM city ON CONFLICT (id) DO NOTHING");
        universal("INSERT INTO city (id, n) SELECT c.id / 2 * 10, 7 FROM city c ON CONFLICT (id) DO NOTHING");
        universal("WITH far AS (SELECT max(id) AS id FROM city)"
                + " INSERT INTO city SELECT id + 1, 'f', 8 FROM far UNION ALL SELECT id, 'g', 9 FROM far"
                + " ON CONFLICT (id) DO NOTHING");
        assertThat(cities()).containsExactly("0, NULL, 7", "1, a, 1", "2, b, 2", "3, bx, 2", "10, NULL, 7", "11, f, 8");
    }

    /** NULL is nobody's key, whether it is said or left out, and neither is a number that the engine is to give. */
    @Test
    default void rowsWithoutAKeyAreNeverInConflict() {
        universal(
                "CREATE TABLE city (id bigserial PRIMARY KEY, code varchar(5), part varchar(5) DEFAULT 'p', n integer,"
                        + " UNIQUE (code, part)); INSERT INTO city (code, n) VALUES ('a', 1)");
        universal(
                "INSERT INTO city (code, part, n) VALUES ('a', NULL, 2), ('a', NULL, 3), ('a', 'p', 4), (NULL, 'p', 5),"
                        + " (NULL, 'p', 6) ON CONFLICT (part, code) DO NOTHING");
        universal("INSERT INTO city (code, n) VALUES ('a', 7), ('b', 8) ON CONFLICT (code, part) DO NOTHING");
        universal("INSERT INTO city (id, code, n) VALUES (DEFAULT, 'b', 9), (DEFAULT, 'c', 10) ON CONFLICT DO NOTHING");
        assertThat(rows("select code, part, n from city order by n"))
                .containsExactly(
                        "a, p, 1", "a, NULL, 2", "a, NULL, 3", "NULL, p, 5", "NULL, p, 6", "b, p, 8", "c, p, 10");
    }

    /** A row whose number is given gets it, whether it is in conflict or not. */
    @Test
    default void givenNumbersAreTaken() {
        universal("CREATE TABLE city (id bigserial PRIMARY KEY, code varchar(5), n integer);"
                + " INSERT INTO city VALUES (7, 'a', 1), (8, 'b', 2)");
        universal("INSERT INTO city VALUES (7, 'x', 3), (20, 'c', 3) ON CONFLICT DO NOTHING");
        universal("INSERT INTO city (id, n) VALUES (8, 4), (30, 5) ON CONFLICT (id)"
                + " DO UPDATE SET id = excluded.id, n = excluded.n");
        assertThat(cities()).containsExactly("7, a, 1", "8, b, 4", "20, c, 3", "30, NULL, 5");
    }

    /** The statement sees its table as it was before, also where the engine needs several. */
    @Test
    default void rowsThatReadTheTableItselfSeeItAsItWas() {
        makeCities();
        try {
            universal("INSERT INTO city VALUES ((SELECT max(id) + 1 FROM city), 'c', 5),"
                    + " ((SELECT max(id) + 1 FROM city), 'd', 6) ON CONFLICT (id) DO NOTHING");
            assertThat(cities()).containsExactly("1, a, 1", "2, b, 2", "3, c, 5");
        } catch (UnsupportedByDialectException refusal) {
            assertThat(refusal.getMessage()).contains("read from city");
            assertThat(cities()).containsExactly("1, a, 1", "2, b, 2");
        }
    }

    /** Keys are compared exactly, whatever the collation of the session is. */
    @Test
    default void keysThatDifferInCaseAreNotTheSame() {
        universal("CREATE TABLE word (word varchar(10) PRIMARY KEY, n integer); INSERT INTO word VALUES ('a', 1)");
        universal("INSERT INTO word VALUES ('A', 2), (lower('B'), 3), ('B', 4), ('b', 5), ('é', 6), ('e', 7)"
                + " ON CONFLICT (word) DO NOTHING");
        assertThat(rows("select word, n from word order by n"))
                .containsExactly("a, 1", "A, 2", "b, 3", "B, 4", "é, 6", "e, 7");
    }

    /** The trigger of a change does not run where nothing is changed. */
    @Test
    default void rowsInConflictAreNotTouched() {
        makeCities();
        universal("""
                CREATE FUNCTION touch() RETURNS trigger AS $$ BEGIN NEW.n := 100; RETURN NEW; END; $$ LANGUAGE plpgsql;
                CREATE TRIGGER city_touch BEFORE UPDATE ON city FOR EACH ROW EXECUTE FUNCTION touch();
                INSERT INTO city VALUES (1, 'a', 9) ON CONFLICT DO NOTHING;
                INSERT INTO city VALUES (2, 'b', 9) ON CONFLICT (id) DO NOTHING;
                """);
        assertThat(cities()).containsExactly("1, a, 1", "2, b, 2");
    }

    /** Migrations read no rows back. */
    @Test
    default void returningOfColumnsIsLeftOut() {
        makeCities();
        universal("INSERT INTO city (id) VALUES (3) RETURNING id, city.code, *");
        universal("INSERT INTO city (id) VALUES (3), (4) ON CONFLICT (id) DO NOTHING RETURNING id AS made");
        universal("UPDATE city SET n = 9 WHERE id = 1 RETURNING *");
        universal("DELETE FROM city WHERE id = 2 RETURNING n");
        assertThat(cities()).containsExactly("1, a, 9", "3, NULL, 5", "4, NULL, 5");
    }

    @Test
    default void targetsThatAreNoKeyAreRefused() {
        makeCities();
        universal("CREATE UNIQUE INDEX city_part ON city (n) WHERE id > 5");
        List<String> wrong = new ArrayList<>(List.of("(n)", "(id, code)", "ON CONSTRAINT nothing"));
        if (!dialect().syntax().functions().speaksUniversal()) {
            wrong.add("(lower(code))");
        }
        for (String target : wrong) {
            rejected(sql(
                    EngineSql.UNIVERSAL, "INSERT INTO city VALUES (9, 'z', 9) ON CONFLICT " + target + " DO NOTHING"));
        }
        assertThat(cities()).containsExactly("1, a, 1", "2, b, 2");
    }
}
