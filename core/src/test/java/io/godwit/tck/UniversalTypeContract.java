package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.operation.EngineSql;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Types in universal SQL: PostgreSQL's names, enumerations and domains. */
public interface UniversalTypeContract extends DialectContract {

    private void universal(String text) {
        apply(sql(EngineSql.UNIVERSAL, text));
    }

    @Test
    default void namesOfTypesMeanThePortableOnes() {
        universal("""
                CREATE TABLE kinds (
                    a int2, b int4, c int8, d float4, e float8, f double precision, g bool, h bytea,
                    i timestamptz, j timestamp without time zone, k time without time zone, l jsonb, m uuid,
                    n character varying(12), o text, p numeric(9,3), q date, r smallint, s timestamp(6) with time zone,
                    t pg_catalog.int4, u decimal(7), v integer[])
                """);
        List<String> found = logicalSchema().lines();
        apply(
                dropTable("kinds"),
                createTable(
                        "kinds",
                        column("a", smallint()),
                        column("b", integer()),
                        column("c", bigint()),
                        column("d", real()),
                        column("e", doublePrecision()),
                        column("f", doublePrecision()),
                        column("g", bool()),
                        column("h", bytes()),
                        column("i", timestamptz()),
                        column("j", timestamp()),
                        column("k", time()),
                        column("l", json()),
                        column("m", uuid()),
                        column("n", varchar(12)),
                        column("o", text()),
                        column("p", decimal(9, 3)),
                        column("q", date()),
                        column("r", smallint()),
                        column("s", timestamptz()),
                        column("t", integer()),
                        column("u", decimal(7, 0)),
                        column("v", arrayOf(integer()))));
        assertThat(found).isEqualTo(logicalSchema().lines());
    }

    @Test
    default void enumerationIsRememberedAndGrows() {
        universal("CREATE TYPE public.mood AS ENUM ('sad', 'ok')");
        universal("CREATE TABLE person (id bigint PRIMARY KEY, mood public.mood DEFAULT 'ok'::public.mood NOT NULL)");
        assertThat(introspect("person", "mood").type()).isEqualTo(enumOf("sad", "ok"));
        universal("ALTER TABLE person RENAME TO people");
        universal("ALTER TYPE mood ADD VALUE IF NOT EXISTS 'happy' AFTER 'ok'");
        universal("INSERT INTO people (id, mood) VALUES (1, 'happy'::mood); INSERT INTO people (id) VALUES (2)");
        assertThat(rows("select id, mood from people order by id")).containsExactly("1, happy", "2, ok");
        violated(sql(EngineSql.UNIVERSAL, "INSERT INTO people (id, mood) VALUES (3, 'angry')"));
    }

    @Test
    default void renamedValueTakesTheRowsAlong() {
        universal("""
                CREATE TYPE mood AS ENUM ('sad', 'ok');
                CREATE TABLE person (id bigint PRIMARY KEY, mood mood);
                INSERT INTO person (id, mood) VALUES (1, 'sad'), (2, 'ok');
                """);
        universal("ALTER TYPE mood RENAME VALUE 'sad' TO 'blue'");
        assertThat(rows("select id, mood from person order by id")).containsExactly("1, blue", "2, ok");
        assertThat(introspect("person", "mood").type()).isEqualTo(enumOf("blue", "ok"));
    }

    @Test
    default void domainIsItsBaseWithItsConditions() {
        universal("""
                CREATE DOMAIN positive AS integer DEFAULT 1 NOT NULL CHECK (VALUE > 0);
                CREATE TABLE person (id bigint PRIMARY KEY, age positive);
                INSERT INTO person (id) VALUES (1);
                """);
        assertThat(rows("select age from person")).containsExactly("1");
        assertThat(introspect("person", "age").nullable()).isFalse();
        violated(sql(EngineSql.UNIVERSAL, "INSERT INTO person (id, age) VALUES (2, 0)"));
    }

    @Test
    default void arraysAreWrittenAsPostgresqlWritesThem() {
        universal("""
                CREATE TABLE bag (id bigint PRIMARY KEY, words text[] DEFAULT '{}'::text[] NOT NULL,
                    counts integer[] DEFAULT ARRAY[1, -2], flags boolean[] DEFAULT '{t,f,NULL}');
                INSERT INTO bag (id) VALUES (1);
                INSERT INTO bag (id, words, counts) VALUES (2, '{a,"b c",NULL,"{x}"}', '{3}'), (3, ARRAY['d', 'it''s'], ARRAY[]::integer[]);
                INSERT INTO bag (id, words) VALUES (4, ARRAY['e'::text]::text[]);
                UPDATE bag SET counts = ARRAY[7, NULL], words = '{}' WHERE id = 4;
                """);
        assertThat(rows("select words from bag order by id", arrayOf(text())))
                .containsExactly("[]", "[a, b c, null, {x}]", "[d, it's]", "[]");
        assertThat(rows("select counts from bag order by id", arrayOf(integer())))
                .containsExactly("[1, -2]", "[3]", "[]", "[7, null]");
        assertThat(rows("select flags from bag where id = 1", arrayOf(bool()))).containsExactly("[true, false, null]");
    }

    @Test
    default void realIsTheNumberThatPostgresqlShows() {
        universal("""
                CREATE TABLE price (id bigint PRIMARY KEY, held real DEFAULT 9.80000019);
                INSERT INTO price (id) VALUES (1);
                INSERT INTO price (id, held) VALUES (2, 9.80000019), (3, '-0.100000001'), (4, 16777217), (5, 0.30);
                """);
        apply(insert("price", row("id", 6, "held", number("45.5999985"))));
        assertThat(rows("select held from price order by id", real()))
                .containsExactly("9.8", "9.8", "-0.1", "1.6777216E7", "0.3", "45.6");
        assertThat(rows("select count(*) from price where held = '9.8'")).containsExactly("2");
    }

    @Test
    default void enumerationIsOrderedByTheirPlaces() {
        universal("""
                CREATE TYPE level AS ENUM ('low', 'high', 'critical');
                CREATE TABLE alarm (id bigint PRIMARY KEY, level level);
                INSERT INTO alarm VALUES (1, 'critical'), (2, 'low'), (3, 'high'), (4, NULL);
                CREATE VIEW ranked AS SELECT id, level FROM alarm;
                """);
        assertThat(rows("select id from alarm order by level desc nulls last, id"))
                .containsExactly("1", "3", "2", "4");
        assertThat(rows("select a.id from alarm a order by a.level, id")).containsExactly("2", "3", "1", "4");
        assertThat(rows("select id from alarm where level > 'low' order by id")).containsExactly("1", "3");
        assertThat(rows("select id from alarm where level between 'low' and 'high' order by id"))
                .containsExactly("2", "3");
        assertThat(rows("select id, row_number() over (order by level desc nulls last) from alarm order by id"))
                .containsExactly("1, 1", "2, 3", "3, 2", "4, 4");
        assertThat(rows("select id from alarm where level = 'high'")).containsExactly("3");
        assertThat(rows("select level as how, id from alarm where id < 4 order by 1"))
                .containsExactly("low, 2", "high, 3", "critical, 1");
        assertThat(rows("select level as how, id from alarm where id < 4 order by how desc"))
                .containsExactly("critical, 1", "high, 3", "low, 2");
    }
}
