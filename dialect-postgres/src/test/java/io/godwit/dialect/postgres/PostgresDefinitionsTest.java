package io.godwit.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.tck.harness.ExactTables;
import io.godwit.tck.harness.Workbench;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tables that are told, dropped and made again: nothing that the catalog or a row says is another. */
class PostgresDefinitionsTest {

    private final Workbench bench = new Workbench(PostgresTestDatabase.create());

    @AfterEach
    void close() {
        bench.close();
    }

    private void thereAndBack(String drop, List<String> questions, String... tables) {
        ExactTables before = tables(tables);
        List<List<String>> answers = questions.stream().map(bench::rowsOf).toList();
        bench.execute(drop);
        before.restore();
        assertThat(tables(tables).lines()).isEqualTo(before.lines());
        assertThat(questions.stream().map(bench::rowsOf).toList()).isEqualTo(answers);
    }

    private ExactTables tables(String... tables) {
        return ExactTables.of(bench.dialect(), bench.connection(), tables);
    }

    @Test
    void valuesOfEveryTypeComeBackAsTheyWere() {
        bench.execute(
                "CREATE TYPE mood AS ENUM ('sad', 'it''s \"ok\"'); CREATE DOMAIN digits AS text CHECK (VALUE ~ '^[0-9]*$');"
                        + " CREATE TYPE spot AS (x numeric, note text); CREATE DOMAIN raw AS bytea");
        bench.execute("""
                CREATE TABLE held (n numeric, m numeric(10,2), f real, d double precision, t text, c char(5), b bytea, day date,
                  hour time, hour_zone timetz, moment timestamp, instant timestamptz, span interval, feeling mood, moods mood[],
                  number digits, at spot, spots spot[], words text[], grid integer[], period tstzrange, periods int4multirange,
                  doc jsonb, text_doc json, page xml, search tsvector, query tsquery, bits bit(5), more bit varying, price money,
                  host inet, net cidr, mac macaddr, place point, box box, line path, id uuid, ident "char", called name,
                  object regclass, lsn pg_lsn, padded bpchar, secret raw, secrets bytea[], days date[], sums numeric[],
                  truths boolean[], key oid)""");
        bench.execute(
                "INSERT INTO held (n) VALUES (NULL), (('1' || repeat('0', 999) || '.' || repeat('7', 400))::numeric), ('NaN'),"
                        + " ('-Infinity'), (1.10), (0.000), (1e-300)");
        bench.execute("""
                INSERT INTO held VALUES (1.10, 1.10, 0.1, 0.1, '', 'ab', '', 'infinity', '24:00', '24:00:00+15:59', '-infinity',
                  'infinity', '-1 year -2 mons 3 days -04:05:06.789', 'it''s "ok"', '{sad,NULL,"it''s \\"ok\\""}', '007',
                  '(1.10,"a ""b"" ,\\\\ ")', array[row(1.0, NULL)::spot, NULL], array['', 'NULL', NULL, 'a"b\\', E'\\n', '{x,y}'],
                  '[0:1][-1:0]={{1,2},{NULL,4}}', '[2024-01-01,)', '{[1,3),[5,7)}', '{"a": 1.10, "b": null}', '{"b":1,  "a":1, "a":2 }',
                  '<a b="1">x &amp; y</a>', '''it''''s'':1A b:2,3', 'fat & (rat | !cat)', B'01010', B'', '-1234.50',
                  '192.168.1.5/24', '10.0.0.0/8', '08:00:2b:01:02:03', '(1.5,-0)', '((0,0),(1,1))', '[(0,0),(1,1)]',
                  '123e4567-e89b-12d3-a456-426614174000', 'x', 'a name', 'pg_class', '16/B374D848', '  padded  ', '\\x00ff', array['\\x', '\\x0027'::bytea, NULL],
                  array['infinity', '0044-03-15 BC', NULL]::date[], array['NaN', 1.10, NULL]::numeric[], '{t,f,NULL}', 4294967295)""");
        bench.execute(
                "INSERT INTO held (f, d, t, day, moment, instant, hour, words, grid) VALUES ('NaN', '-Infinity', E'\\\\N\\t\\n\\r\\\\.',"
                        + " '0044-03-15 BC', '0044-03-15 12:00 BC', '294276-12-31 23:59:59.999999+00', '23:59:59.999999', '{}', '{}'),"
                        + " (1.17549e-38, 2.2250738585072014e-308, '😀 é \u0001', '5874897-12-31', '1999-12-31 23:59:59.5', '0001-01-01', '0:00',"
                        + " '{{a,b},{c,NULL}}', '{{{1},{2}}}'), (3.4028235e38, 1.7976931348623157e308, ' ', '0001-01-01', '4714-11-24 BC',"
                        + " '2024-03-31 02:30:00.000001+02', '12:00', array[E'\\\\', '\"'], '{0}'), ('-0', '-0', 'null', NULL, NULL, NULL, NULL, NULL, NULL)");
        thereAndBack("DROP TABLE held", List.of("SELECT held::text FROM held ORDER BY ctid"), "held");
        List<String> rows = bench.rowsOf("SELECT held::text FROM held ORDER BY ctid");
        ExactTables before = tables("held");
        bench.execute("DROP TABLE held; DROP TYPE mood, spot; DROP DOMAIN digits, raw");
        before.restore();
        assertThat(bench.rowsOf("SELECT held::text FROM held ORDER BY ctid")).isEqualTo(rows);
    }

    @Test
    void everythingThatATableCanSayIsSaidAgain() {
        bench.execute(
                "CREATE SCHEMA \"odd \"\"one\"; CREATE TABLE \"odd \"\"one\".\"other\uD83D\uDE00\" (a int, b text, UNIQUE (a, b))");
        bench.execute(
                "CREATE FUNCTION shout() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.name := upper(NEW.name); RETURN NEW; END $$");
        bench.execute("CREATE FUNCTION twice(integer) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT $1 * 2'");
        bench.execute("CREATE SEQUENCE free_one");
        bench.execute("""
                CREATE TABLE "it's a ""t" (
                  id bigint GENERATED ALWAYS AS IDENTITY (START WITH 7 INCREMENT BY 3 CACHE 5 CYCLE MAXVALUE 999),
                  number serial NOT NULL, spare integer DEFAULT nextval('free_one'),
                  name varchar(63) COLLATE "C" DEFAULT 'it''s' NOT NULL, "Größe 😀" numeric(10,2) DEFAULT 1.10,
                  double_number integer GENERATED ALWAYS AS (twice(number)) STORED, boss bigint, a int, b text,
                  gone text, tags text[] DEFAULT '{}', long_text text,
                  CONSTRAINT "pk" PRIMARY KEY (id) INCLUDE (name) WITH (fillfactor = 70),
                  CONSTRAINT later UNIQUE NULLS NOT DISTINCT (name) DEFERRABLE INITIALLY DEFERRED,
                  CONSTRAINT positive CHECK (twice(number) > 0) NO INHERIT,
                  CONSTRAINT apart EXCLUDE USING gist (int4range(number, number + 1) WITH &&) WHERE (number > 0),
                  CONSTRAINT boss FOREIGN KEY (boss) REFERENCES "it's a ""t" (id) ON DELETE SET NULL,
                  CONSTRAINT pair FOREIGN KEY (a, b) REFERENCES "odd ""one"."other😀" (a, b) MATCH FULL ON UPDATE CASCADE
                    DEFERRABLE) WITH (fillfactor = 80, autovacuum_enabled = false, toast.autovacuum_enabled = false)""");
        bench.execute(
                "ALTER TABLE \"it's a \"\"t\" DROP COLUMN gone, ADD CONSTRAINT young CHECK (number < 3) NOT VALID,"
                        + " ALTER long_text SET STORAGE EXTERNAL, ALTER long_text SET STATISTICS 7, ALTER name SET (n_distinct = -0.5)");
        bench.execute(
                "CREATE INDEX \"ix lower\" ON \"it's a \"\"t\" (lower(name) text_pattern_ops DESC NULLS LAST) INCLUDE (a)"
                        + " WITH (fillfactor = 50) WHERE boss IS NOT NULL; CREATE UNIQUE INDEX u ON \"it's a \"\"t\" (twice(number));"
                        + " CREATE INDEX tags ON \"it's a \"\"t\" USING gin (tags)");
        bench.execute(
                "ALTER TABLE \"it's a \"\"t\" CLUSTER ON u; CREATE UNIQUE INDEX ri ON \"it's a \"\"t\" (number);"
                        + " ALTER TABLE \"it's a \"\"t\" REPLICA IDENTITY USING INDEX ri; CREATE STATISTICS stats (dependencies) ON a, b FROM \"it's a \"\"t\"");
        bench.execute(
                "CREATE TRIGGER shouts BEFORE INSERT OR UPDATE OF name ON \"it's a \"\"t\" FOR EACH ROW WHEN (NEW.a > 0)"
                        + " EXECUTE FUNCTION shout(); CREATE TRIGGER quiet BEFORE INSERT ON \"it's a \"\"t\" FOR EACH ROW EXECUTE FUNCTION shout();"
                        + " ALTER TABLE \"it's a \"\"t\" DISABLE TRIGGER quiet; CREATE RULE nothing AS ON DELETE TO \"it's a \"\"t\" DO INSTEAD NOTHING");
        bench.execute(
                "CREATE POLICY mine ON \"it's a \"\"t\" AS RESTRICTIVE FOR UPDATE TO PUBLIC USING (a > 0) WITH CHECK (a > 1);"
                        + " ALTER TABLE \"it's a \"\"t\" ENABLE ROW LEVEL SECURITY");
        bench.execute(
                "COMMENT ON TABLE \"it's a \"\"t\" IS 'it''s'; COMMENT ON COLUMN \"it's a \"\"t\".name IS 'a \\ name';"
                        + " COMMENT ON INDEX u IS 'i'; COMMENT ON CONSTRAINT pair ON \"it's a \"\"t\" IS 'p'; COMMENT ON TRIGGER quiet ON \"it's a \"\"t\" IS 't';"
                        + " COMMENT ON POLICY mine ON \"it's a \"\"t\" IS 'po'; COMMENT ON CONSTRAINT pk ON \"it's a \"\"t\" IS 'k'; COMMENT ON STATISTICS stats IS 's'");
        bench.execute(
                "GRANT SELECT, INSERT (name, a) ON \"it's a \"\"t\" TO PUBLIC; GRANT UPDATE ON \"it's a \"\"t\" TO pg_monitor WITH GRANT OPTION;"
                        + " REVOKE TRUNCATE ON \"it's a \"\"t\" FROM current_user; GRANT USAGE ON SEQUENCE \"it's a \"\"t_number_seq\" TO PUBLIC");
        bench.execute(
                "INSERT INTO \"odd \"\"one\".\"other\uD83D\uDE00\" VALUES (1, 'x'); INSERT INTO \"it's a \"\"t\" (number, name, a, b) VALUES (1, 'Ada', 1, 'x');"
                        + " INSERT INTO \"it's a \"\"t\" (number, name, boss) VALUES (2, 'Grace', 7); SELECT setval('\"it''s a \"\"t_number_seq\"', 40, false)");
        thereAndBack(
                "DROP TABLE \"it's a \"\"t\"; DROP FUNCTION shout; DROP FUNCTION twice",
                List.of(
                        "SELECT t::text FROM \"it's a \"\"t\" t ORDER BY id",
                        "SELECT relname, relkind::text, reloptions::text, relacl::text, relreplident::text, relrowsecurity FROM pg_class"
                                + " WHERE relnamespace = 'public'::regnamespace ORDER BY relname",
                        "SELECT last_value, is_called FROM \"it's a \"\"t_number_seq\"",
                        "SELECT last_value, is_called FROM \"it's a \"\"t_id_seq\""),
                "\"it's a \"\"t\"");
    }

    @Test
    void partitionsComeBackWithTheirRowsInTheirPlaces() {
        bench.execute(
                "CREATE TABLE logs (id bigint, at date NOT NULL, CONSTRAINT logs_pk PRIMARY KEY (id, at)) PARTITION BY RANGE (at);"
                        + " CREATE TABLE logs_old PARTITION OF logs FOR VALUES FROM (MINVALUE) TO ('2020-01-01') PARTITION BY HASH (id);"
                        + " CREATE TABLE logs_old_1 PARTITION OF logs_old FOR VALUES WITH (MODULUS 2, REMAINDER 0);"
                        + " CREATE TABLE logs_old_2 PARTITION OF logs_old FOR VALUES WITH (MODULUS 2, REMAINDER 1);"
                        + " CREATE TABLE \"logs rest\" PARTITION OF logs DEFAULT; CREATE INDEX by_day ON logs (at);"
                        + " CREATE INDEX own ON \"logs rest\" (id); INSERT INTO logs SELECT i, '2019-12-01'::date + i FROM generate_series(1, 60) i");
        thereAndBack(
                "DROP TABLE logs",
                List.of(
                        "SELECT tableoid::regclass::text, id, at FROM logs ORDER BY id",
                        "SELECT indexrelid::regclass::text, indisvalid FROM pg_index WHERE indrelid::regclass::text LIKE '%logs%' ORDER BY 1"),
                "logs");
    }

    @Test
    void whatCannotBeToldIsRefusedByName() {
        bench.execute("CREATE TABLE parent (a int); CREATE TABLE child (b int) INHERITS (parent)");
        assertThatThrownBy(() -> tables("parent"))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessageContaining("other tables inherit from it");
    }
}
