package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.operation.EngineSql;
import io.godwit.schema.Column;
import io.godwit.schema.Name;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What changes along with something else in PostgreSQL changes along on every engine. */
public interface UniversalChangeContract extends DialectContract {

    String TOUCH = """
            CREATE TABLE city (id bigint PRIMARY KEY, name varchar(20), note varchar(20));
            CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                NEW.note := 'first';
                RETURN NEW;
            END;
            $$;
            CREATE TRIGGER city_touch BEFORE INSERT OR UPDATE ON city FOR EACH ROW EXECUTE PROCEDURE touch();
            """;

    private void universal(String text) {
        apply(sql(EngineSql.UNIVERSAL, text));
    }

    @Test
    default void renamedValueIsRenamedInRowsAndDefaults() {
        universal("""
                CREATE TYPE mood AS ENUM ('sad', 'ok');
                CREATE TABLE person (id bigint PRIMARY KEY, mood mood DEFAULT 'sad' NOT NULL);
                INSERT INTO person (id) VALUES (1);
                ALTER TYPE mood RENAME VALUE 'sad' TO 'blue';
                INSERT INTO person (id) VALUES (2);
                """);
        assertThat(rows("select id, mood from person order by id")).containsExactly("1, blue", "2, blue");
        assertThat(introspect("person", "mood").type()).isEqualTo(enumOf("blue", "ok"));
    }

    @Test
    default void triggersDoWhatTheirFunctionSaysNow() {
        universal(TOUCH);
        universal("INSERT INTO city (id, name) VALUES (1, 'Oslo')");
        universal(TOUCH.substring(TOUCH.indexOf("CREATE FUNCTION"), TOUCH.indexOf("CREATE TRIGGER"))
                .replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")
                .replace("first", "second"));
        universal("INSERT INTO city (id, name) VALUES (2, 'Rome')");
        assertThat(rows("select id, note from city order by id")).containsExactly("1, first", "2, second");
    }

    @Test
    default void triggersGoWithTheirFunction() {
        universal(TOUCH);
        universal("DROP FUNCTION IF EXISTS touch() CASCADE");
        universal("INSERT INTO city (id, name, note) VALUES (1, 'Oslo', 'own')");
        assertThat(rows("select id, note from city")).containsExactly("1, own");
        assertThat(introspect("city").triggers()).isEmpty();
    }

    @Test
    default void schemaIsMadeWithWhatIsInIt() {
        universal("""
                CREATE SCHEMA geo
                    CREATE TABLE Country (code varchar(2) PRIMARY KEY)
                    CREATE TABLE city (id bigint PRIMARY KEY, country varchar(2) REFERENCES country)
                    CREATE VIEW codes AS SELECT code FROM country;
                INSERT INTO geo.country VALUES ('no');
                INSERT INTO geo.city VALUES (1, 'no');
                """);
        assertThat(rows("select c.id, v.code from geo.city c join geo.codes v on v.code = c.country"))
                .containsExactly("1, no");
    }

    @Test
    default void allColumnsAreReplacedAtOnce() {
        universal("""
                CREATE TABLE city (name varchar(20), size integer);
                ALTER TABLE city DROP COLUMN name, DROP COLUMN size, ADD COLUMN id bigint, ADD COLUMN title text;
                """);
        assertThat(introspect("city").columns().stream().map(Column::name))
                .containsExactly(Name.of("id"), Name.of("title"));
    }

    @Test
    default void whatOnlyConcernsStorageIsLeftOut() {
        universal("""
                CREATE TABLE city (id bigint CONSTRAINT city_key PRIMARY KEY, name varchar(20));
                ALTER TABLE city SET (fillfactor = 70), ALTER COLUMN name SET (n_distinct = 5), CLUSTER ON city_key;
                ALTER TABLE city RESET (fillfactor), REPLICA IDENTITY FULL;
                CLUSTER city USING city_key;
                ANALYZE city;
                REINDEX TABLE city;
                """);
        assertThat(introspect("city").columns()).hasSize(2);
    }

    /** CASCADE takes nothing along where nothing stands on what is dropped, and is refused where something may. */
    @Test
    default void cascadeIsTakenWhereItTakesNothingAlong() {
        universal("""
                CREATE TABLE city (id bigint PRIMARY KEY, name varchar(20), size integer, title varchar(20));
                ALTER TABLE city DROP COLUMN size CASCADE;
                CREATE VIEW names AS SELECT name FROM city;
                CREATE VIEW titles AS SELECT title FROM city;
                DROP VIEW names CASCADE;
                CREATE TYPE mood AS ENUM ('sad');
                DROP TYPE mood CASCADE;
                """);
        assertThat(introspect("city").columns()).hasSize(3);
        try {
            universal("ALTER TABLE city DROP COLUMN title CASCADE");
            assertThat(introspect().views()).isEmpty();
        } catch (UnsupportedByDialectException refusal) {
            assertThat(refusal.getMessage()).contains("CASCADE").contains("DROP VIEW");
            assertThat(introspect().views()).hasSize(1);
        }
    }

    /** An index that the engine does without can be renamed and dropped like any other. */
    @Test
    default void indexThatIsLeftOutIsDroppedWithoutAWord() {
        universal("""
                CREATE TABLE city (id bigint PRIMARY KEY, tags integer[]);
                CREATE INDEX city_tags ON city USING gin (tags);
                ALTER INDEX city_tags RENAME TO city_by_tag;
                DROP INDEX city_by_tag;
                """);
        assertThat(introspect("city").indexes()).isEmpty();
    }

    /** PostgreSQL cuts them, at every mention. */
    @Test
    default void namesAreCutAtSixtyThreeBytes() {
        String name = "a".repeat(60) + "bcdef";
        universal("CREATE TABLE city (id bigint PRIMARY KEY, " + name + " integer); CREATE INDEX "
                + name.toUpperCase(Locale.ROOT)
                + " ON city (" + name + "); INSERT INTO city (id, " + name + ") VALUES (1, 5);"
                + " UPDATE city SET " + name + " = " + name + " + 1");
        assertThat(introspect("city", name.substring(0, 63)).type()).isEqualTo(integer());
        assertThat(rows("select " + name + " from city")).containsExactly("6");
    }

    /** PostgreSQL compares numbers of different widths in a foreign key, and indexes texts of any length. */
    @Test
    default void foreignKeyOfAnotherTypeIsMadeOrRefused() {
        universal("CREATE TABLE country (id integer PRIMARY KEY); INSERT INTO country VALUES (7)");
        try {
            universal("CREATE TABLE city (id bigint PRIMARY KEY, country bigint REFERENCES country)");
            universal("INSERT INTO city VALUES (1, 7)");
            assertThat(rows("select country from city")).containsExactly("7");
        } catch (UnsupportedByDialectException refusal) {
            assertThat(refusal.getMessage()).contains("country is");
            assertThat(introspect().tables()).hasSize(1);
        }
    }

    @Test
    default void longTextsAreIndexed() {
        universal("CREATE TABLE job (id bigint PRIMARY KEY, kind varchar(255), settings varchar(4000));"
                + " CREATE INDEX job_settings ON job (kind, settings); INSERT INTO job VALUES (1, 'a', 'b')");
        assertThat(introspect("job").indexes()).hasSize(1);
        universal("DROP INDEX job_settings");
        assertThat(introspect("job").indexes()).isEmpty();
    }

    private void accounts() {
        apply(sql(EngineSql.UNIVERSAL, """
                CREATE TABLE client (pk bigint PRIMARY KEY, id varchar(40) NOT NULL, nid bigint NOT NULL);
                CREATE UNIQUE INDEX client_id_uq ON client (id);
                CREATE TABLE access (id bigint PRIMARY KEY, client_id varchar(40), nid bigint,
                    CONSTRAINT access_client_fk FOREIGN KEY (client_id) REFERENCES client (id) ON DELETE CASCADE);
                INSERT INTO client VALUES (1, 'a', 1);
                INSERT INTO access VALUES (1, 'a', 1);
                """));
    }

    @Test
    default void foreignKeyGoesWithTheIndexThatItRestsOn() {
        accounts();
        apply(sql(EngineSql.UNIVERSAL, "DROP INDEX client_id_uq CASCADE"));
        assertThat(introspect("access").foreignKeys()).isEmpty();
        apply(sql(EngineSql.UNIVERSAL, """
                CREATE UNIQUE INDEX client_id_uq ON client (id, nid);
                ALTER TABLE access ADD CONSTRAINT access_client_fk FOREIGN KEY (client_id, nid) REFERENCES client (id, nid);
                INSERT INTO access VALUES (2, 'a', 1);
                """));
        violated(sql(EngineSql.UNIVERSAL, "INSERT INTO access VALUES (3, 'a', 2)"));
    }

    @Test
    default void keyThatAForeignKeyRestsOnStays() {
        accounts();
        rejected(sql(EngineSql.UNIVERSAL, "DROP INDEX client_id_uq"));
        assertThat(introspect("access").foreignKeys()).hasSize(1);
    }
}
