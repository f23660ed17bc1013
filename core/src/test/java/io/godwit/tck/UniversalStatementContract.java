package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.operation.EngineSql;
import org.junit.jupiter.api.Test;

/** Statements of universal SQL that write leave the rows that they leave on PostgreSQL. */
public interface UniversalStatementContract extends DialectContract {

    private void universal(String text) {
        apply(sql(EngineSql.UNIVERSAL, text));
    }

    private void makeCities() {
        universal("""
                CREATE TABLE country (code varchar(2) PRIMARY KEY, name varchar(40), size integer);
                CREATE TABLE city (id bigint PRIMARY KEY, country varchar(2), name varchar(40), a integer, b integer);
                INSERT INTO country VALUES ('no', 'Norway', 5), ('it', 'Italy', 60);
                INSERT INTO city VALUES (1, 'no', 'Oslo', 1, 2), (2, 'it', 'Rome', 3, 4), (3, 'xx', 'Nowhere', 5, 6);
                """);
    }

    @Test
    default void updateTakesWhatOtherTablesSay() {
        makeCities();
        universal("UPDATE city SET a = country.size, name = country.name || '!' FROM country"
                + " WHERE city.country = country.code");
        assertThat(rows("select id, name, a, b from city order by id"))
                .containsExactly("1, Norway!, 5, 2", "2, Italy!, 60, 4", "3, Nowhere, 5, 6");
    }

    @Test
    default void updateSeesItsOwnTableAsItWas() {
        makeCities();
        universal("UPDATE city AS c SET a = o.b, b = o.a + 1 FROM city o WHERE o.id = c.id");
        assertThat(rows("select id, a, b from city order by id")).containsExactly("1, 2, 2", "2, 4, 4", "3, 6, 6");
        universal("UPDATE city SET b = x.most FROM (SELECT country, max(a) AS most FROM city GROUP BY country) x"
                + " JOIN country ON country.code = x.country WHERE x.country = city.country AND city.id < 9");
        assertThat(rows("select id, a, b from city order by id")).containsExactly("1, 2, 2", "2, 4, 4", "3, 6, 6");
    }

    /** What is set from each other is swapped, or refused where the engine would set one after the other. */
    @Test
    default void updateFromSwapsOrIsRefused() {
        makeCities();
        try {
            universal("UPDATE city SET a = b, b = a FROM country WHERE country.code = city.country");
            assertThat(rows("select id, a, b from city order by id")).containsExactly("1, 2, 1", "2, 4, 3", "3, 5, 6");
        } catch (UnsupportedByDialectException refusal) {
            assertThat(refusal.getMessage()).contains("set from each other").contains("line 1");
        }
        universal("UPDATE city SET a = b, b = id FROM country WHERE country.code = 'no' AND city.id = 3");
        assertThat(rows("select a, b from city where id = 3")).containsExactly("6, 3");
    }

    @Test
    default void deleteTakesRowsThatHaveAPartner() {
        makeCities();
        universal("INSERT INTO city VALUES (4, 'xx', 'Nowhere', 0, 0), (5, 'xx', 'Nowhere', 0, 0)");
        universal("DELETE FROM city USING country WHERE city.country = country.code AND size > 50");
        universal("DELETE FROM city a USING city b WHERE a.id > b.id AND a.name = b.name");
        assertThat(rows("select id from city order by id")).containsExactly("1", "3");
        universal("DELETE FROM city USING country, (SELECT 1 AS one) x");
        assertThat(rows("select id from city")).isEmpty();
    }

    /** Every form that PostgreSQL reads alike whatever its settings are. */
    @Test
    default void datesAndBooleansAreReadAsPeopleWriteThem() {
        universal("""
                CREATE TABLE event (
                    id bigint PRIMARY KEY,
                    held timestamp DEFAULT '1970-01-01 00:00:01+00:00',
                    day date DEFAULT 'Feb 3, 2006',
                    moment timestamptz,
                    open boolean
                );
                INSERT INTO event (id) VALUES (1);
                INSERT INTO event VALUES
                    (2, '1962/2/18', '20060215', '2006-02-15 09:34:33 UTC', 'f'),
                    (3, '2021-1-1 7:05', '15-feb-2006', '2006/2/15 09:34:33.5-0530', 'YES'),
                    (4, '2021-1-1 07:05:01 +03', '2006-February-5', '2006-02-15T09:34+01', 'off');
                """);
        assertThat(rows("select id, held, day, open from event order by id", bigint(), timestamp(), date(), bool()))
                .containsExactly(
                        "1, 1970-01-01T00:00:01, 2006-02-03, NULL",
                        "2, 1962-02-18T00:00, 2006-02-15, false",
                        "3, 2021-01-01T07:05, 2006-02-15, true",
                        "4, 2021-01-01T07:05:01, 2006-02-05, false");
        assertThat(rows("select count(*) from event where moment = TIMESTAMPTZ '2006-02-15 15:04:33.5+00'"))
                .containsExactly("1");
    }

    @Test
    default void wordsThatFollowExpressionsAreAliasesOfTables() {
        makeCities();
        assertThat(rows("select at.name from city at join country over on over.code = at.country order by at.id"))
                .containsExactly("Oslo", "Rome");
    }

    @Test
    default void copyReadsItsDelimiterAndItsNull() {
        universal("""
                CREATE TABLE city (id bigint PRIMARY KEY, name varchar(40), note varchar(40));
                COPY city (id, name) FROM stdin DELIMITER '|';
                1|Oslo
                2|\\N
                \\.
                COPY city FROM STDIN WITH (DELIMITER ',', NULL '-');
                3,Rome,-
                4,,x
                \\.
                """);
        assertThat(rows("select id, name, note from city order by id"))
                .containsExactly("1, Oslo, NULL", "2, NULL, NULL", "3, Rome, NULL", "4, , x");
    }

    /** PostgreSQL takes N'…' for a char(n). */
    @Test
    default void nationalStringsLoseTheirBlanksAtTheEnd() {
        makeCities();
        universal("INSERT INTO city (id, name) VALUES (7, N' Edinburgh '), (8, N'a ' || 'b'), (9, ' c ')");
        assertThat(rows("select id, '<' || name || '>' as n from city where id > 6 order by id"))
                .containsExactly("7, < Edinburgh>", "8, <ab>", "9, < c >");
    }

    /** A statement sees its own table as it was before, wherever it reads it. */
    @Test
    default void subqueriesReadTheTableThatChanges() {
        makeCities();
        universal("INSERT INTO city VALUES (4, 'it', 'Milano', 3, 0)");
        universal("UPDATE city SET b = (SELECT max(a) FROM city) WHERE a < (SELECT avg(c.a) FROM city AS c)");
        assertThat(rows("select id, b from city order by id")).containsExactly("1, 5", "2, 4", "3, 6", "4, 0");
        universal("UPDATE city SET b = x.a FROM (SELECT id, a FROM city WHERE a > 2) x WHERE x.id = city.id - 1"
                + " AND NOT EXISTS (SELECT 1 FROM city c WHERE c.a = city.a AND c.id < city.id)");
        assertThat(rows("select id, b from city order by id")).containsExactly("1, 5", "2, 4", "3, 3", "4, 0");
        universal("DELETE FROM city WHERE id IN (SELECT c.id FROM city c LEFT JOIN country o ON o.code = c.country"
                + " WHERE o.code IS NULL) OR a = (SELECT min(city.a) FROM city)");
        assertThat(rows("select id from city order by id")).containsExactly("2", "4");
        universal("DELETE FROM city c WHERE EXISTS (SELECT 1 FROM city d WHERE d.country = c.country AND d.id < c.id)");
        assertThat(rows("select id from city order by id")).containsExactly("2");
    }

    @Test
    default void catalogsOfPostgresqlAreNobodyElses() {
        if (!dialect().syntax().functions().speaksUniversal()) {
            refused(sql(
                    EngineSql.UNIVERSAL,
                    "DELETE FROM country WHERE code IN (SELECT table_name FROM information_schema.tables)"));
        }
    }

    @Test
    default void rowsAreOrderedByPositionsToo() {
        makeCities();
        universal("INSERT INTO city (id, name) VALUES (4, 'Oslo')");
        assertThat(rows("select country, count(*) as n from city group by 1 order by 1 desc, 2"))
                .containsExactly("NULL, 1", "xx, 1", "no, 1", "it, 1");
        assertThat(rows("select id, name from city order by 2, -id desc, 1"))
                .first()
                .isEqualTo("3, Nowhere");
        assertThat(rows("select id from city union select 9 order by 1")).containsExactly("1", "2", "3", "4", "9");
    }

    /** A column without time zone takes the time of UTC, and a row of nothing but defaults is a row. */
    @Test
    default void clockIsReadForColumnsWithoutTimeZone() {
        universal("""
                CREATE TABLE event (
                    id bigserial PRIMARY KEY,
                    made timestamp DEFAULT CURRENT_TIMESTAMP NOT NULL,
                    changed timestamp DEFAULT now(),
                    day date DEFAULT now()
                );
                CREATE FUNCTION touch() RETURNS trigger AS $$ BEGIN NEW.changed = now(); RETURN NEW; END; $$ LANGUAGE plpgsql;
                CREATE TRIGGER event_touch BEFORE UPDATE ON event FOR EACH ROW EXECUTE FUNCTION touch();
                INSERT INTO event DEFAULT VALUES;
                UPDATE event SET changed = '2001-01-01', day = '2001-01-01';
                """);
        assertThat(
                        rows(
                                "select count(*) from event where made > TIMESTAMP '2020-01-01 00:00:00'"
                                        + " and changed >= made and changed < TIMESTAMP '2200-01-01 00:00:00' and day = DATE '2001-01-01'"))
                .containsExactly("1");
    }
}
