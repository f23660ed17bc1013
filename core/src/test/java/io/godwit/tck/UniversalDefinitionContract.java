package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.failure.InvalidMigrationException;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.operation.AddUnique;
import io.godwit.operation.EngineSql;
import io.godwit.operation.Operation;
import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.IndexMethod;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.ReferentialAction;
import io.godwit.schema.UniqueKey;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Definitions in universal SQL leave the schema that the operations leave which say the same. */
public interface UniversalDefinitionContract extends DialectContract {

    private void universal(String text) {
        apply(sql(EngineSql.UNIVERSAL, text));
    }

    private void sameSchema(List<String> found, Operation... operations) {
        apply(operations);
        assertThat(found).isEqualTo(logicalSchema().lines());
    }

    @Test
    default void tableIsThatOfTheOperation() {
        universal("""
                CREATE TABLE public.Country (
                    code varchar(2) PRIMARY KEY,
                    name character varying(80) NOT NULL UNIQUE
                );
                CREATE TABLE city (
                    id bigserial,
                    country varchar(2) REFERENCES country ON DELETE CASCADE,
                    name varchar(80) DEFAULT 'it''s'::character varying NOT NULL,
                    people int4 DEFAULT (0) CONSTRAINT city_people_positive CHECK (people >= 0),
                    area numeric(10,2),
                    founded timestamp with time zone DEFAULT now(),
                    open bool DEFAULT 't',
                    CONSTRAINT city_key PRIMARY KEY (id),
                    UNIQUE (country, name)
                );
                COMMENT ON TABLE city IS 'Where people live';
                """);
        List<String> found = logicalSchema().lines();
        apply(dropTable("city"), dropTable("country"));
        sameSchema(
                found,
                createTable(table(
                                "country",
                                column("code", varchar(2)).notNull(),
                                column("name", varchar(80)).notNull())
                        .withPrimaryKey(new PrimaryKey(Name.of("country_pkey"), names("code")))
                        .withUniques(List.of(new UniqueKey(Name.of("country_name_key"), names("name"))))),
                createTable(table(
                                "city",
                                column("id", bigint()).withIdentity(true).notNull(),
                                column("country", varchar(2)),
                                column("name", varchar(80)).notNull().withDefaultValue(value("it's")),
                                column("people", integer()).withDefaultValue(value(0)),
                                column("area", decimal(10, 2)),
                                column("founded", timestamptz()).withDefaultValue(expression("now()")),
                                column("open", bool()).withDefaultValue(value(true)))
                        .withPrimaryKey(new PrimaryKey(Name.of("city_key"), names("id")))
                        .withUniques(List.of(new UniqueKey(Name.of("city_country_name_key"), names("country", "name"))))
                        .withForeignKeys(List.of(foreignKey("country", "country", "code", ReferentialAction.CASCADE)
                                .named(Name.of("city_country_fkey"))))
                        .withChecks(List.of(check("city_people_positive", "people >= 0")))
                        .withComment("Where people live")));
    }

    @Test
    default void severalActionsOfOneAlterTable() {
        apply(createTable("city", key("id"), column("name", varchar(20)), column("old", integer())));
        universal("""
                ALTER TABLE ONLY city
                    ADD COLUMN IF NOT EXISTS note varchar(30) DEFAULT 'n' NOT NULL,
                    DROP COLUMN IF EXISTS old RESTRICT,
                    ALTER COLUMN name TYPE varchar(40),
                    ALTER name SET NOT NULL,
                    ADD CONSTRAINT city_name_once UNIQUE (name);
                ALTER TABLE city RENAME COLUMN note TO remark;
                ALTER TABLE city RENAME TO town;
                """);
        List<String> found = logicalSchema().lines();
        apply(dropTable("town"));
        sameSchema(
                found,
                createTable("city", key("id"), column("name", varchar(20)), column("old", integer())),
                addColumn(
                        "city",
                        column("note", varchar(30)).withDefaultValue(value("n")).notNull()),
                dropColumn("city", "old"),
                changeType("city", "name", varchar(40)),
                setNotNull("city", "name"),
                new AddUnique(named("city"), new UniqueKey(Name.of("city_name_once"), names("name"))),
                renameColumn("city", "note", "remark"),
                renameTable("city", "town"));
    }

    @Test
    default void constraintsAreDroppedByTheNamesThatPostgresqlGives() {
        universal("""
                CREATE TABLE city (id bigint PRIMARY KEY, name varchar(20) UNIQUE, n integer CHECK (n > 0));
                ALTER TABLE city DROP CONSTRAINT city_name_key, DROP CONSTRAINT IF EXISTS nothing;
                ALTER TABLE city DROP CONSTRAINT city_n_check;
                """);
        assertThat(introspect("city").uniques()).isEmpty();
        assertThat(introspect("city").checks()).isEmpty();
    }

    /** Numbering by a sequence of its own, and the key that comes later: what pg_dump makes of SERIAL PRIMARY KEY. */
    @Test
    default void dumpIsReadAsItWasMeant() {
        universal("""
                SET statement_timeout = 0;
                SET standard_conforming_strings = on;
                SELECT pg_catalog.set_config('search_path', '', false);
                CREATE TABLE public.city (
                    id integer NOT NULL,
                    name character varying(40) NOT NULL
                );
                ALTER TABLE public.city OWNER TO somebody;
                CREATE SEQUENCE public.city_id_seq AS integer START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
                ALTER SEQUENCE public.city_id_seq OWNED BY public.city.id;
                ALTER TABLE ONLY public.city ALTER COLUMN id SET DEFAULT nextval('public.city_id_seq'::regclass);
                COPY public.city (id, name) FROM stdin;
                1\tOslo
                7\tit's \\\\ \\N
                \\.
                SELECT pg_catalog.setval('public.city_id_seq', 7, true);
                ALTER TABLE ONLY public.city ADD CONSTRAINT city_pkey PRIMARY KEY (id);
                """);
        universal("INSERT INTO city (name) VALUES ('Rome')");
        assertThat(rows("select id, name from city order by id")).containsExactly("1, Oslo", "7, it's \\ N", "8, Rome");
        assertThat(introspect("city", "id").identity()).isTrue();
    }

    @Test
    default void indexIsThatOfTheOperation() {
        apply(createTable("city", key("id"), column("name", varchar(20)), column("n", integer())));
        universal("""
                CREATE INDEX ON city (name, n DESC);
                CREATE UNIQUE INDEX IF NOT EXISTS city_n ON public.city USING btree (n);
                """);
        List<String> found = logicalSchema().lines();
        universal("DROP INDEX city_name_n_idx; DROP INDEX IF EXISTS public.city_n; DROP INDEX IF EXISTS nothing;");
        assertThat(introspect("city").indexes()).isEmpty();
        sameSchema(
                found,
                createIndex(
                        "city",
                        new Index(
                                Name.of("city_name_n_idx"),
                                List.of(IndexColumn.of("name"), new IndexColumn(Name.of("n"), null, true, null)),
                                false,
                                null,
                                List.of(),
                                IndexMethod.BTREE)),
                createIndex("city", index("n").withName(Name.of("city_n")).withUnique(true)));
    }

    @Test
    default void partialIndexIsMadeAndCoversAllRowsWhereTheEngineHasNone() {
        apply(createTable("city", key("id"), column("n", integer())));
        universal("CREATE INDEX city_some ON city (n) WHERE n > 3");
        assertThat(introspect("city").indexes()).hasSize(1);
    }

    @Test
    default void viewShowsWhatItsQuerySays() {
        apply(createTable("city", key("id"), column("name", text())), insert("city", row("id", 1, "name", "Oslo")));
        universal("""
                CREATE VIEW city_name (number, title) AS SELECT id, name || '!' FROM public.city;
                CREATE OR REPLACE VIEW plain AS SELECT name FROM city;
                DROP VIEW IF EXISTS plain;
                """);
        assertThat(rows("select number, title from city_name", bigint(), text()))
                .containsExactly("1, Oslo!");
        assertThat(introspect().views()).hasSize(1);
    }

    @Test
    default void functionThatOnlySetsColumnsBecomesATrigger() {
        universal("""
                CREATE TABLE city (id bigint PRIMARY KEY, name varchar(20), shout varchar(20));
                CREATE FUNCTION set_shout() RETURNS trigger LANGUAGE plpgsql AS $body$
                BEGIN
                    NEW.shout := upper(NEW.name); -- loud; and clear
                    RETURN NEW;
                END;
                $body$;
                CREATE TRIGGER city_shout BEFORE INSERT OR UPDATE ON city
                    FOR EACH ROW EXECUTE FUNCTION set_shout();
                """);
        universal("INSERT INTO city (id, name) VALUES (1, 'Oslo')");
        assertThat(rows("select shout from city")).containsExactly("OSLO");
        universal("DROP TRIGGER city_shout ON city; DROP FUNCTION set_shout();");
        assertThat(introspect("city").triggers()).isEmpty();
    }

    @Test
    default void truncateDeletesAllRows() {
        apply(createTable("city", key("id")), insert("city", row("id", 1), row("id", 2)));
        universal("TRUNCATE TABLE ONLY city");
        assertThat(rows("select id from city")).isEmpty();
    }

    @Test
    default void whatIsNotUnderstoodIsToldWithItsPlace() {
        if (dialect().syntax().functions().speaksUniversal()) {
            return;
        }
        assertThatThrownBy(() -> universal("CREATE TABLE city (id bigint);\nCREATE TABLE town (\n  at inet NOT NULL)"))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessageContaining("line 3, column 6")
                .hasMessageContaining("inet")
                .hasMessageContaining("varchar(43)");
        assertThatThrownBy(() -> universal("CREATE TABLE city (id bigint,,)"))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining("1:30");
        assertThat(introspect().tables()).isEmpty();
    }

    @Test
    default void whatIsPostgresqlsAloneIsRefusedElsewhere() {
        if (dialect().syntax().functions().speaksUniversal()) {
            return;
        }
        for (String text : List.of(
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "CREATE ROLE somebody",
                "CREATE POLICY p ON city",
                "CREATE RULE r AS ON INSERT TO city DO ALSO (SELECT 1; SELECT 2)",
                "DO $$ BEGIN PERFORM 1; END $$",
                "CREATE TABLE kid (id bigint) INHERITS (city)",
                "CREATE TABLE city (a inet)",
                "CREATE TABLE city (a bigint, EXCLUDE USING gist (a WITH =))",
                "\\connect other",
                "SET search_path = other")) {
            refused(sql(EngineSql.UNIVERSAL, text));
        }
    }
}
