package io.godwit.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.dialect.Introspector;
import io.godwit.operation.AddColumn;
import io.godwit.operation.CommentOn;
import io.godwit.operation.CreateTable;
import io.godwit.operation.RenameColumn;
import io.godwit.operation.RenameTable;
import io.godwit.schema.ArrayType;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Expression;
import io.godwit.schema.Generated;
import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.IndexMethod;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.NativeType;
import io.godwit.schema.Partition;
import io.godwit.schema.Sequence;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Table;
import io.godwit.schema.Value;
import io.godwit.schema.VarcharType;
import io.godwit.tck.harness.ObjectVocabulary;
import io.godwit.tck.harness.Workbench;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes in as records comes back as the same records. */
class PostgresIntrospectorTest implements ObjectVocabulary {

    private final PostgresTestDatabase database = PostgresTestDatabase.create();
    private final Workbench bench = new Workbench(database);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void everyTypeComesBack() {
        List<String> types = List.of(
                "uuid",
                "boolean",
                "smallint",
                "integer",
                "bigint",
                "real",
                "double",
                "text",
                "bytes",
                "date",
                "time",
                "timestamp",
                "timestamptz",
                "json",
                "varchar(200)",
                "decimal(12,2)",
                "enum('new','it''s \\ done','ü😀')",
                "enum('only')",
                "array(text)",
                "array(decimal(5,1))",
                "array(varchar(20))",
                "array(enum('a','b'))");
        Column[] columns = types.stream()
                .map(type -> column("Of type " + type.replaceAll("\\W", "_"), ColumnType.parse(type)))
                .toArray(Column[]::new);

        bench.apply(new CreateTable(table("\"every \"\"type\"\"\"", columns), false));

        assertThat(live("\"every \"\"type\"\"\"").columns()).containsExactly(columns);
        assertThat(bench.surprises()).isEmpty();
    }

    @Test
    void literalDefaultsComeBackAsLiterals() {
        Column[] columns = {
            with("t", SimpleType.TEXT, Literal.of("it's \\ \"fine\" 😀")),
            with("v", new VarcharType(10), Literal.of("")),
            with("e", ColumnType.parse("enum('a','b')"), Literal.of("b")),
            with("b", SimpleType.BOOLEAN, Literal.of(false)),
            with("s", SimpleType.SMALLINT, Literal.of(-5)),
            with("i", SimpleType.INTEGER, Literal.of(5)),
            with("l", SimpleType.BIGINT, Literal.of(-9_000_000_000L)),
            with("d", ColumnType.parse("decimal(12,2)"), number("1.50")),
            with("n", ColumnType.parse("decimal(12,2)"), number("-1.50")),
            with("f", SimpleType.DOUBLE, number("0.5")),
            with("g", SimpleType.DOUBLE, number("-0.5")),
            with("j", SimpleType.JSON, Literal.ofJson("{\"a\":[1,\"x y\"]}")),
            with("k", SimpleType.JSON, Literal.of("plain")),
            with("m", SimpleType.JSON, Literal.of(5)),
            with("y", SimpleType.BYTES, Literal.of("\\x00ff")),
            with("u", SimpleType.UUID, Literal.of("11111111-2222-3333-4444-555555555555")),
            with("day", SimpleType.DATE, Literal.of("2024-02-29")),
            with("at", SimpleType.TIMESTAMP, Literal.of("2024-02-29 12:00:00")),
            with("a", new ArrayType(SimpleType.TEXT), Literal.ofJson("[\"x,y\",\"it's\",null]")),
            with("c", new ArrayType(SimpleType.INTEGER), Literal.ofJson("[]")),
            with("z", new ArrayType(new VarcharType(5)), Literal.ofJson("[\"q\"]")),
            with("w", new ArrayType(SimpleType.INTEGER), Literal.ofJson("[1,-2]")),
            with("x", new ArrayType(ColumnType.parse("decimal(5,2)")), Literal.ofJson("[1.5]")),
        };

        bench.apply(new CreateTable(table("d", columns), false));

        assertThat(live("d").columns()).containsExactly(columns);
    }

    @Test
    void expressionDefaultsStayTheEngines() {
        bench.apply(new CreateTable(
                table(
                        "d",
                        with("at", SimpleType.TIMESTAMPTZ, Expression.of("now()")),
                        with("t", SimpleType.TEXT, Expression.of("'a' || 'b'"))),
                false));

        assertThat(live("d").columns())
                .extracting(Column::defaultValue)
                .containsExactly(Expression.ofEngine("now()"), Expression.ofEngine("('a'::text || 'b'::text)"));
    }

    @Test
    void whatHasNoPortableNameKeepsItsOwn() {
        bench.execute("CREATE TABLE t (a inet, b bpchar, c timetz, d varchar, e json, f int4range[], g numeric)");

        assertThat(live("t").columns())
                .extracting(Column::type)
                .containsExactly(
                        own("inet"),
                        own("bpchar"),
                        own("time with time zone"),
                        own("character varying"),
                        SimpleType.JSON,
                        own("int4range[]"),
                        own("numeric"));
    }

    @Test
    void serialIsAnIdentity() {
        bench.execute("CREATE TABLE t (id serial PRIMARY KEY, other bigint DEFAULT 0)");

        assertThat(live("t").columns().get(0))
                .isEqualTo(column("id", SimpleType.INTEGER).notNull().withIdentity(true));
        assertThat(bench.introspect().sequences()).isEmpty();
    }

    @Test
    void keysAndCommentsComeBack() {
        bench.apply(new CreateTable(
                table("parent", identity("id"), column("a b", SimpleType.TEXT).withUnique(true))
                        .withComment("it's a parent"),
                false));
        bench.apply(createSchema("crm"));
        bench.apply(new CreateTable(
                table("crm.child", key("id"), column("parent", SimpleType.BIGINT), column("n", SimpleType.INTEGER))
                        .withForeignKeys(List.of(foreignKey("parent", "parent", "id")))
                        .withChecks(List.of(check("n > 0"), check("named", "n < 10"))),
                false));
        bench.apply(new CommentOn(named("crm.child"), Name.of("n"), "a number"));

        assertThat(bench.surprises()).isEmpty();
    }

    @Test
    void generatedColumnsComeBackStored() {
        Generated twice = new Generated(Expression.of("n * 2"), false);
        bench.apply(new CreateTable(
                table(
                        "g",
                        column("n", SimpleType.INTEGER),
                        column("twice", SimpleType.INTEGER).withGenerated(twice)),
                false));

        assertThat(live("g").columns().get(1).generated())
                .isEqualTo(new Generated(Expression.ofEngine("(n * 2)"), true));
        assertThat(bench.takeFindings()).containsExactly("PostgreSQL 17 stores every generated column");
    }

    @Test
    void collationsComeBack() {
        bench.apply(new CreateTable(
                table("c", column("a", SimpleType.TEXT).withCollation("C"), column("b", SimpleType.TEXT)), false));

        assertThat(live("c").columns()).extracting(Column::collation).containsExactly("C", null);
    }

    @Test
    void partitionsBelongToTheirParent() {
        for (Partition.Kind kind : Partition.Kind.values()) {
            String name = "p_" + kind.name().toLowerCase(Locale.ROOT);
            bench.apply(new CreateTable(
                    table(
                                    name,
                                    column("id", SimpleType.BIGINT).notNull(),
                                    column("at", SimpleType.DATE).notNull())
                            .withPrimaryKey(primaryKey("id", "at"))
                            .withPartition(new Partition(kind, names("at"))),
                    false));
            bench.apply(insert(name, row("id", 1, "at", "2024-01-01")));
            bench.apply(createIndex(name, "at"));
            bench.apply(new RenameTable(named(name), named(name + "_old")));
            bench.apply(new CreateTable(
                    table(name, column("at", SimpleType.DATE)).withPartition(new Partition(kind, names("at"))), false));
        }

        assertThat(bench.introspect().tables()).hasSize(6);
        assertThat(bench.surprises()).isEmpty();
    }

    @Test
    void enumsSurviveRenames() {
        bench.apply(new CreateTable(table("e", column("state", ColumnType.parse("enum('a','b')"))), false));
        bench.apply(new AddColumn(named("e"), column("more", ColumnType.parse("array(enum('x'))")), false));
        bench.apply(new RenameColumn(named("e"), Name.of("state"), Name.of("Phase")));
        bench.apply(new RenameTable(named("e"), named("f")));

        assertThat(live("f").columns())
                .extracting(Column::type)
                .containsExactly(ColumnType.parse("enum('a','b')"), ColumnType.parse("array(enum('x'))"));
        assertThat(live("f").checks()).isEmpty();
    }

    @Test
    void indexesComeBack() {
        bench.apply(new CreateTable(
                table(
                        "i",
                        key("id"),
                        column("a", SimpleType.TEXT),
                        column("B c", new VarcharType(20)),
                        column("j", SimpleType.JSON),
                        column("tags", new ArrayType(SimpleType.TEXT))),
                false));
        bench.apply(createIndex(
                "i",
                new Index(
                        null,
                        List.of(
                                new IndexColumn(Name.of("a"), null, true, false),
                                new IndexColumn(null, Expression.of("lower(\"B c\")"), false, true)),
                        true,
                        Expression.of("a IS NOT NULL"),
                        names("id"),
                        IndexMethod.BTREE)));
        bench.apply(createIndex("i", index("a", "B c").withMethod(IndexMethod.FULLTEXT)));
        bench.apply(createIndex("i", index("j").withMethod(IndexMethod.JSON)));
        bench.apply(createIndex("i", index("tags").withMethod(IndexMethod.JSON).withName(Name.of("tags"))));
        bench.apply(createIndex(
                "i",
                index("a")
                        .withColumns(List.of(IndexColumn.of(Expression.of("a || ', '''")), IndexColumn.of("B c")))
                        .withMethod(IndexMethod.FULLTEXT)));

        assertThat(live("i").indexes().get(0).columns())
                .containsExactly(
                        new IndexColumn(Name.of("a"), null, true, false),
                        new IndexColumn(null, Expression.ofEngine("lower((\"B c\")::text)"), false, true));
        assertThat(bench.surprises()).isEmpty();
    }

    @Test
    void otherIndexesAreKeptAsText() {
        bench.execute("CREATE TABLE t (a text, r int4range, EXCLUDE USING gist (r WITH &&));"
                + "CREATE INDEX h ON t USING hash (a); CREATE INDEX o ON t (a text_pattern_ops);"
                + "CREATE INDEX c ON t (a COLLATE \"C\"); CREATE UNIQUE INDEX n ON t (a) NULLS NOT DISTINCT");

        assertThat(live("t").indexes()).isEmpty();
        assertThat(live("t").others())
                .extracting(other -> other.kind() + " " + other.name())
                .containsExactly("constraint t_r_excl", "index h", "index o", "index c", "index n");
    }

    @Test
    void aTableMadeAgainIsWhole() {
        bench.execute(
                "CREATE TABLE t (a text DEFAULT 'x', r int4range, CONSTRAINT apart EXCLUDE USING gist (r WITH &&));"
                        + "CREATE INDEX h ON t USING hash (a); CREATE UNIQUE INDEX u ON t (lower(a)) WHERE a <> ''");
        Table before = live("t");

        bench.execute("DROP TABLE t");
        bench.apply(new CreateTable(before, false));

        assertThat(live("t")).isEqualTo(before);
    }

    @Test
    void onlyWhatIsOursToSeeIsSeen() {
        bench.execute("CREATE TABLE godwit_step (a int); CREATE TEMPORARY TABLE gone (a int);"
                + "CREATE SCHEMA crm; CREATE TABLE crm.a (b int); CREATE SEQUENCE crm.s INCREMENT 5 START 7;"
                + "CREATE EXTENSION IF NOT EXISTS pg_stat_statements");

        assertThat(bench.introspect().tables()).containsOnlyKeys(named("crm.a"));
        assertThat(bench.introspect().views()).isEmpty();
        assertThat(bench.introspect().sequences())
                .containsOnly(Map.entry(named("crm.s"), new Sequence(named("crm.s"), 7, 5)));
    }

    @Test
    void oneObjectIsFoundByName() throws SQLException {
        bench.execute(
                "CREATE SCHEMA crm; CREATE TABLE crm.a (id int PRIMARY KEY); CREATE TABLE b (a int REFERENCES crm.a);"
                        + "CREATE MATERIALIZED VIEW crm.m AS SELECT 1 AS x; CREATE SEQUENCE s");
        try (Connection connection = database.dataSource().getConnection()) {
            Introspector introspector = bench.dialect().introspector();
            assertThat(introspector.table(connection, named("crm.a"))).isPresent();
            assertThat(introspector.table(connection, named("a"))).isEmpty();
            assertThat(introspector
                            .view(connection, named("crm.m"))
                            .orElseThrow()
                            .materialized())
                    .isTrue();
            assertThat(introspector.sequence(connection, named("s"))).isPresent();
            assertThat(introspector.hasSchema(connection, Name.of("crm"))).isTrue();
            assertThat(introspector.hasSchema(connection, Name.of("CRM"))).isFalse();
            assertThat(introspector.referencing(connection, named("crm.a")))
                    .extracting(Table::name)
                    .containsExactly(named("b"));
        }
    }

    private Table live(String name) {
        return bench.introspect().tables().get(named(name));
    }

    private static Column with(String name, ColumnType type, Value value) {
        return Column.of(name, type).withDefaultValue(value);
    }

    private static NativeType own(String type) {
        return new NativeType(Map.of("postgresql", type));
    }
}
