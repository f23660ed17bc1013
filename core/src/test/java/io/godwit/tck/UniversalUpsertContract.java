package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.failure.InvalidMigrationException;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.operation.EngineSql;
import io.godwit.tck.harness.ApplyFailedException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** ON CONFLICT DO UPDATE of universal SQL leaves the rows that it leaves on PostgreSQL. */
public interface UniversalUpsertContract extends DialectContract {

    private void universal(String text) {
        apply(sql(EngineSql.UNIVERSAL, text));
    }

    private List<String> cities() {
        return rows("select id, name, a, b from city order by id");
    }

    private void makeCities() {
        universal("CREATE TABLE city (id bigint PRIMARY KEY, name varchar(20), a integer DEFAULT 5, b integer);"
                + " INSERT INTO city VALUES (1, 'Oslo', 10, 20), (2, 'Rome', 30, 40)");
    }

    /** These rows, or the statement is refused by name and changed nothing. */
    private void leavesOrIsRefused(String statement, String... expected) {
        List<String> before = cities();
        try {
            universal(statement);
            assertThat(cities()).containsExactly(expected);
        } catch (UnsupportedByDialectException refusal) {
            assertThat(refusal.getMessage()).contains("line 1");
            assertThat(cities()).isEqualTo(before);
        }
    }

    @Test
    default void rowsInConflictAreChanged() {
        makeCities();
        universal("INSERT INTO city VALUES (1, 'Bergen', 1, 2), (3, 'Pisa', 3, 4)"
                + " ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name || '/' || city.name, b = EXCLUDED.b + city.b");
        universal("INSERT INTO city AS c (id, name) VALUES (2, 'Bari') ON CONFLICT ON CONSTRAINT city_pkey"
                + " DO UPDATE SET (id, name, b) = (excluded.id, upper(excluded.name), c.b * 2)");
        assertThat(cities()).containsExactly("1, Bergen/Oslo, 10, 22", "2, BARI, 30, 80", "3, Pisa, 3, 4");
    }

    /** What is set sees the row as it was, in whatever order. */
    @Test
    default void assignmentsSeeTheOldRow() {
        makeCities();
        universal("INSERT INTO city VALUES (1, 'x', 1, 2) ON CONFLICT (id)"
                + " DO UPDATE SET a = excluded.a, b = city.a + excluded.b");
        leavesOrIsRefused(
                "INSERT INTO city VALUES (2, 'x', 1, 2) ON CONFLICT (id) DO UPDATE SET a = city.b, b = city.a",
                "1, Oslo, 1, 12",
                "2, Rome, 40, 30");
    }

    /** {@code excluded} is the row as it would be inserted. */
    @Test
    default void excludedHasDefaultsAndTypesOfItsColumns() {
        makeCities();
        universal("INSERT INTO city (id, name) VALUES (1, 'x') ON CONFLICT (id)"
                + " DO UPDATE SET a = excluded.a + 1, b = excluded.b");
        universal("INSERT INTO city VALUES (2, 'y', DEFAULT, 1), (3, 'z', 8, DEFAULT) ON CONFLICT (id)"
                + " DO UPDATE SET a = excluded.a * 2, b = excluded.b");
        assertThat(cities()).containsExactly("1, Oslo, 6, NULL", "2, Rome, 10, 1", "3, z, 8, NULL");
        universal(
                "CREATE TABLE item (id integer PRIMARY KEY, price numeric(10,2), done boolean, code uuid, day date);"
                        + " INSERT INTO item VALUES (1, 1, false, NULL, '2020-01-01');"
                        + " INSERT INTO item VALUES (1, 1.005, true, 'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11', '2024-02-28'),"
                        + " (2, 3, NULL, NULL, NULL) ON CONFLICT (id) DO UPDATE SET price = excluded.price * 2 + item.price,"
                        + " done = excluded.done AND NOT item.done, code = excluded.code, day = excluded.day + 1;"
                        + " INSERT INTO item (id, price) VALUES (2, 7) ON CONFLICT (id) DO UPDATE SET price = excluded.price / 2");
        assertThat(rows(
                        "select id, price, done, code, day from item order by id",
                        integer(),
                        decimal(10, 2),
                        bool(),
                        uuid(),
                        date()))
                .containsExactly(
                        "1, 3.02, true, a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11, 2024-02-29", "2, 3.50, NULL, NULL, NULL");
    }

    @Test
    default void rowsStayWhereWhereIsNotTrue() {
        makeCities();
        universal("INSERT INTO city VALUES (1, 'x', 11, 0), (2, 'y', 12, 0), (3, 'z', NULL, NULL) ON CONFLICT (id)"
                + " DO UPDATE SET name = excluded.name WHERE city.a < excluded.a OR city.b IS NULL");
        universal("INSERT INTO city VALUES (2, 'y', NULL, 0) ON CONFLICT (id)"
                + " DO UPDATE SET name = excluded.name WHERE city.a < excluded.a");
        assertThat(cities()).containsExactly("1, x, 10, 20", "2, Rome, 30, 40", "3, z, NULL, NULL");
    }

    @Test
    default void upsertFindsItsTableInASchema() {
        universal("CREATE SCHEMA geo; CREATE TABLE geo.city (id bigint PRIMARY KEY, name varchar(20), a integer);"
                + " INSERT INTO geo.city VALUES (1, 'Oslo', 1)");
        universal(
                "WITH few AS (SELECT 5 AS a) INSERT INTO geo.city SELECT 1, 'x', a FROM few UNION ALL SELECT 2, 'y', 6"
                        + " ON CONFLICT ON CONSTRAINT city_pkey DO UPDATE SET name = excluded.name || city.name");
        universal("INSERT INTO geo.city AS c VALUES (2, 'z', 7), (3, 'w', 8) ON CONFLICT (id)"
                + " DO UPDATE SET a = c.a + excluded.a WHERE c.name = 'y'");
        assertThat(rows("select id, name, a from geo.city order by id"))
                .containsExactly("1, xOslo, 1", "2, y, 13", "3, w, 8");
    }

    /** DEFAULT is the column's, also where the engine joins the rows to change them. */
    @Test
    default void defaultIsSetAgain() {
        universal(
                "CREATE TABLE note (id bigint PRIMARY KEY, body text DEFAULT 'it''s', n integer DEFAULT 4, made date);"
                        + " INSERT INTO note VALUES (1, 'x', 1, '2024-01-01'), (2, 'y', 2, '2024-01-01')");
        universal("INSERT INTO note (id, n) VALUES (1, 9) ON CONFLICT (id)"
                + " DO UPDATE SET (body, n, made) = (DEFAULT, note.n + excluded.n, DEFAULT)");
        universal("UPDATE note SET body = DEFAULT, n = DEFAULT FROM (SELECT 2 AS id) o WHERE o.id = note.id");
        assertThat(rows("select id, body, n, made from note order by id"))
                .containsExactly("1, it's, 10, NULL", "2, it's, 4, 2024-01-01");
    }

    @Test
    default void selectedRowsInConflictChangeTheirs() {
        makeCities();
        universal("CREATE TABLE news (id bigint, name varchar(20), n integer);"
                + " INSERT INTO news VALUES (1, 'one', 1), (1, 'two', 2), (3, 'three', 3), (NULL, 'none', 4)");
        universal("INSERT INTO city (b, id, name) SELECT sum(n), id, max(name) FROM news WHERE id > 0 GROUP BY id"
                + " ON CONFLICT (id) DO UPDATE SET name = excluded.name, b = city.b + excluded.b");
        universal("WITH few AS (SELECT id, n FROM news WHERE n < 2) INSERT INTO city (id, a) SELECT id, n FROM few"
                + " UNION ALL SELECT 4, 4 ON CONFLICT (id) DO UPDATE"
                + " SET a = (SELECT count(*) FROM news WHERE news.n >= excluded.a) + city.a");
        assertThat(cities()).containsExactly("1, two, 14, 23", "2, Rome, 30, 40", "3, three, 5, 3", "4, NULL, 4, NULL");
    }

    /** Subqueries see the table without the rows that the statement inserts, and names in ORDER BY are the source's. */
    @Test
    default void statementSeesItsTableAsItWas() {
        makeCities();
        universal("INSERT INTO city (id, b) VALUES (5, 0), (6, 0), (1, 7) ON CONFLICT (id)"
                + " DO UPDATE SET a = (SELECT count(*) FROM city c) + excluded.b");
        universal("CREATE TABLE news (id bigint, a integer); INSERT INTO news VALUES (2, 1), (6, 3), (9, 2)");
        universal("INSERT INTO city (id) SELECT id FROM news ORDER BY a LIMIT 2"
                + " ON CONFLICT (id) DO UPDATE SET a = excluded.a * 3");
        assertThat(cities())
                .containsExactly(
                        "1, Oslo, 9, 20", "2, Rome, 15, 40", "5, NULL, 5, 0", "6, NULL, 5, 0", "9, NULL, 5, NULL");
    }

    /** PostgreSQL changes no row a second time. */
    @Test
    default void sameKeyTwiceFails() {
        makeCities();
        String update = " ON CONFLICT (id) DO UPDATE SET name = excluded.name";
        for (String values : List.of("(1, 'x'), (1, 'y')", "(7, 'x'), (7, 'y')", "(1, 'x'), (3 - 2, 'y')")) {
            rejected(sql(EngineSql.UNIVERSAL, "INSERT INTO city (id, name) VALUES " + values + update));
        }
        universal("CREATE TABLE news (id bigint, name varchar(20)); INSERT INTO news VALUES (2, 'x'), (2, 'y')");
        rejected(sql(EngineSql.UNIVERSAL, "INSERT INTO city (id, name) SELECT id, name FROM news" + update));
        rejected(sql(EngineSql.UNIVERSAL, "INSERT INTO city (id, name) SELECT id + 5, name FROM news" + update));
        assertThat(cities()).containsExactly("1, Oslo, 10, 20", "2, Rome, 30, 40");
    }

    @Test
    default void otherKeysStillRefuseTheirRowsInUpserts() {
        universal("CREATE TABLE city (id bigint PRIMARY KEY, name varchar(20) UNIQUE, a integer, b integer);"
                + " INSERT INTO city VALUES (1, 'a', 1, 1), (2, 'b', 2, 2)");
        String update = " ON CONFLICT (id) DO UPDATE SET ";
        rejected(sql(EngineSql.UNIVERSAL, "INSERT INTO city VALUES (7, 'b', 9)" + update + "a = excluded.a"));
        rejected(sql(EngineSql.UNIVERSAL, "INSERT INTO city VALUES (1, 'b', 9)" + update + "name = excluded.name"));
        universal("INSERT INTO city VALUES (1, 'b', 9)" + update + "a = excluded.a");
        universal("INSERT INTO city VALUES (8, 'b', 9) ON CONFLICT (name) DO UPDATE SET b = excluded.id");
        assertThat(cities()).containsExactly("1, a, 9, 1", "2, b, 2, 8");
    }

    /** Numbers that the engine gives, columns that it calculates, and triggers go on as ever. */
    @Test
    default void engineGoesOnWithWhatItDoesToRows() {
        universal("""
                CREATE TABLE city (id bigserial PRIMARY KEY, name varchar(20) UNIQUE, a integer,
                    b integer GENERATED ALWAYS AS (a * 2) STORED, note varchar(20));
                CREATE FUNCTION touch() RETURNS trigger AS $$ BEGIN NEW.note := 'set'; RETURN NEW; END; $$ LANGUAGE plpgsql;
                CREATE TRIGGER city_touch BEFORE INSERT OR UPDATE ON city FOR EACH ROW EXECUTE FUNCTION touch();
                INSERT INTO city (name, a) VALUES ('x', 1);
                INSERT INTO city (name, a) VALUES ('x', 5), ('y', 7), (NULL, 8) ON CONFLICT (name)
                    DO UPDATE SET a = excluded.a + city.b, note = 'own';
                """);
        assertThat(rows("select name, a, b, note from city order by a"))
                .containsExactly("x, 7, 14, set", "y, 7, 14, set", "NULL, 8, 16, set");
    }

    /** What the engine's two statements could not do like PostgreSQL's one. */
    @Test
    default void whatNeedsOneStatementIsDoneByItOrRefused() {
        makeCities();
        leavesOrIsRefused(
                "INSERT INTO city SELECT id + 1, name, a, b FROM city ON CONFLICT (id) DO UPDATE SET name = excluded.name",
                "1, Oslo, 10, 20",
                "2, Oslo, 30, 40",
                "3, Rome, 30, 40");
        universal("DELETE FROM city WHERE id = 3; UPDATE city SET name = 'Rome' WHERE id = 2");
        leavesOrIsRefused(
                "INSERT INTO city (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET id = 9, name = 'far'",
                "2, Rome, 30, 40",
                "9, far, 10, 20");
        assertThatThrownBy(() -> universal("INSERT INTO city (id) VALUES (1) ON CONFLICT DO UPDATE SET a = 1"))
                .isInstanceOfAny(ApplyFailedException.class, InvalidMigrationException.class);
    }
}
