package io.godwit.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.schema.Column;
import io.godwit.schema.Expression;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.ReferentialAction;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.tck.DialectContract;
import io.godwit.tck.harness.Workbench;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas that other tools wrote. */
class SqliteIntrospectorTest implements DialectContract {

    private final Workbench bench = new Workbench(SqliteTestDatabase.create());

    @Override
    public Workbench bench() {
        return bench;
    }

    @Test
    void everyWayToWriteATableIsRead() {
        bench.execute("CREATE TABLE [parent table] (id INTEGER PRIMARY KEY, \"k\" TEXT UNIQUE)");
        bench.execute("""
                CREATE TABLE /* first */ 'odd "table"' -- comment, with a comma
                (
                  "a ""quoted"" name" text /* not ( this */ constraint 'named' not null default 'it''s, ok' collate nocase,
                  [select] INTEGER DEFAULT (1 + (2)), `b``q` REAL DEFAULT -1.5e3, c DEFAULT TRUE,
                  d NUMERIC(10, 2) DEFAULT +3 CONSTRAINT ck_d CHECK (d > 0 AND 'a)b' <> '' -- )
                  ) REFERENCES [parent table] ON DELETE SET NULL ON UPDATE CASCADE MATCH SIMPLE NOT DEFERRABLE,
                  e BLOB DEFAULT x'00FF' /* the comment */, f TEXT DEFAULT CURRENT_TIMESTAMP,
                  g INTEGER GENERATED ALWAYS AS ([select] * 2) VIRTUAL, "h" AS (g),
                  CONSTRAINT "the key" PRIMARY KEY ("a ""quoted"" name" COLLATE nocase DESC, [select] ASC),
                  UNIQUE (c, d) CONSTRAINT uq UNIQUE (e),
                  FOREIGN KEY ("a ""quoted"" name") REFERENCES "parent table" ("k") ON DELETE RESTRICT,
                  CHECK ((c IS NULL) OR (d IN (1, 2)))
                )""");
        Table table = bench.live().table(TableName.of("odd \"table\"")).orElseThrow();
        assertThat(table.columns())
                .extracting(column -> column.name().text())
                .containsExactly("a \"quoted\" name", "select", "b`q", "c", "d", "e", "f", "g", "h");
        assertThat(table.columns())
                .extracting(Column::defaultValue)
                .containsExactly(
                        Literal.of("it's, ok"),
                        Expression.ofEngine("1 + (2)"),
                        Literal.of(new BigDecimal("-1.5e3")),
                        Literal.of(true),
                        Literal.of(3),
                        Literal.of("\\x00ff"),
                        Expression.ofEngine("CURRENT_TIMESTAMP"),
                        null,
                        null);
        assertThat(table.primaryKey().name().text()).isEqualTo("the key");
        assertThat(table.primaryKey().columns()).containsExactly(Name.of("a \"quoted\" name"), Name.of("select"));
        assertThat(table.uniques()).hasSize(2);
        assertThat(table.uniques().get(1).name()).isEqualTo(Name.of("uq"));
        assertThat(table.foreignKeys())
                .extracting(ForeignKey::table, ForeignKey::referenced, ForeignKey::onDelete)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                TableName.of("parent table"), names("id"), ReferentialAction.SET_NULL),
                        org.assertj.core.groups.Tuple.tuple(
                                TableName.of("parent table"), names("k"), ReferentialAction.RESTRICT));
        assertThat(table.checks()).hasSize(2);
        assertThat(table.checks().get(0).name()).isEqualTo(Name.of("ck_d"));
        assertThat(table.column(Name.of("e")).orElseThrow().comment()).isEqualTo("the comment");
        assertThat(table.column(Name.of("h"))
                        .orElseThrow()
                        .generated()
                        .expression()
                        .text())
                .isEqualTo("g");
        assertThat(table.column(Name.of("a \"quoted\" name")).orElseThrow().collation())
                .isEqualTo("nocase");
    }

    @Test
    void rowNumberIsANumberedColumnWhereverItIsSaid() {
        bench.execute("CREATE TABLE a (id INTEGER PRIMARY KEY)");
        bench.execute("CREATE TABLE b (id INTEGER, PRIMARY KEY (ID))");
        bench.execute("CREATE TABLE c (id INTEGER PRIMARY KEY DESC)");
        bench.execute("CREATE TABLE d (id INT PRIMARY KEY)");
        bench.execute("CREATE TABLE e (id INTEGER PRIMARY KEY) WITHOUT ROWID");
        assertThat(List.of("a", "b", "c", "d", "e"))
                .filteredOn(name -> introspect(name, "id").identity())
                .containsExactly("a", "b");
        apply(addColumn("a", column("u", text()).withUnique(true)));
        bench.execute("INSERT INTO a (u) VALUES ('x')");
        assertThat(bench.rowsOf("SELECT id FROM a")).containsExactly("1");
        assertThat(bench.rowsOf("SELECT sql LIKE '%AUTOINCREMENT%' FROM sqlite_schema WHERE name = 'a'"))
                .containsExactly("0");
    }

    @Test
    void textInDoubleQuotesIsATextWhereNoColumnIsMeant() {
        bench.execute("CREATE TABLE t (a TEXT, b TEXT, CHECK (a IN (\"x\", \"b\")))");
        assertThat(introspect("t").checks().get(0).expression().text()).isEqualTo("a IN ('x', b)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX i ON t (a)",
                "CREATE UNIQUE INDEX IF NOT EXISTS main.\"i\" ON [t] (\"a\" DESC, b ASC) WHERE b > 0 AND a <> 'where'",
                "CREATE INDEX i ON t (lower(a), (b + 1) DESC, ((b) * (2)))",
            })
    void indexIsMadeAgainAsItWas(String sql) {
        bench.execute("CREATE TABLE t (a TEXT, b INTEGER)");
        bench.execute(sql);
        String before = indexes();
        Table read = introspect("t");
        apply(setNotNull("t", "b", 0));
        assertThat(indexes()).isEqualTo(before);
        assertThat(introspect("t").indexes()).isEqualTo(read.indexes()).hasSize(1);
    }

    private String indexes() {
        return bench.rowsOf("SELECT x.seqno, x.cid, x.name, x.desc, x.coll, x.key, i.partial, i.\"unique\""
                        + " FROM pragma_index_list('t') i, pragma_index_xinfo(i.name) x ORDER BY 1")
                .toString();
    }

    @Test
    void parserAgreesWithThePragmas() {
        String[] statements = {
            "CREATE TABLE p1 (x, y INT, PRIMARY KEY (y, x)) WITHOUT ROWID",
            "CREATE TABLE p2 (x VARCHAR ( 10 , 2 ) DEFAULT 'a', \"y z\" UNSIGNED BIG INT NOT NULL DEFAULT 0)",
            "CREATE TABLE p3 AS SELECT 1 AS a, 'x' AS \"b c\", x FROM p2",
            "CREATE TABLE p4 (a PRIMARY KEY, b REFERENCES p4, c REFERENCES p4 (a) ON UPDATE SET DEFAULT, CHECK (a))",
            "CREATE TABLE p5 (a INTEGER PRIMARY KEY ASC ON CONFLICT ROLLBACK AUTOINCREMENT, b UNIQUE ON CONFLICT ABORT)",
            "CREATE TABLE p6 (a INT, b ANY) STRICT, WITHOUT ROWID".replace(", WITHOUT ROWID", ""),
            "CREATE TABLE p7(a,b,c,UNIQUE(a,b)FOREIGN KEY(a)REFERENCES p1(y)CHECK(c))",
        };
        for (String statement : statements) {
            bench.execute(statement);
        }
        for (Table table : bench.introspect().tables().values()) {
            String name = table.name().name().text();
            assertThat(bench.rowsOf("SELECT name, \"notnull\" FROM pragma_table_xinfo('" + name + "') ORDER BY cid"))
                    .as(name)
                    .extracting(row -> row.substring(0, row.lastIndexOf(", ")))
                    .isEqualTo(table.columns().stream()
                            .map(column -> column.name().text())
                            .toList());
            assertThat(bench.rowsOf("SELECT name FROM pragma_table_xinfo('" + name + "') WHERE pk > 0 ORDER BY pk"))
                    .as(name)
                    .isEqualTo(
                            table.primaryKey() == null
                                    ? List.of()
                                    : table.primaryKey().columns().stream()
                                            .map(Name::text)
                                            .toList());
            assertThat(bench.rowsOf("SELECT \"table\", \"from\", on_delete, on_update FROM pragma_foreign_key_list('"
                            + name + "') ORDER BY id DESC, seq"))
                    .as(name)
                    .isEqualTo(table.foreignKeys().stream()
                            .flatMap(key -> key.columns().stream()
                                    .map(column -> key.table() + ", " + column + ", "
                                            + key.onDelete().sql() + ", "
                                            + key.onUpdate().sql()))
                            .toList());
        }
    }

    @Test
    void systemAndVirtualTablesAreNotAmongTheTables() {
        bench.execute("CREATE VIRTUAL TABLE words USING fts5(x)");
        bench.execute("CREATE TABLE godwit_own (a)");
        bench.execute("CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT)");
        assertThat(bench.introspect().tables().keySet()).containsExactly(TableName.of("t"));
        assertThat(bench.live().table(TableName.of("words"))).isEmpty();
        assertThat(bench.live().table(TableName.of("sqlite_sequence"))).isEmpty();
        assertThat(bench.live().table(TableName.of("godwit_own"))).isEmpty();
    }

    @Test
    void tableIsFoundUnderItsSchemasName() {
        bench.execute("CREATE TABLE crm_account (id TEXT PRIMARY KEY)");
        bench.execute("CREATE TABLE crm_contact (a TEXT REFERENCES CRM_Account)");
        TableName account = TableName.of("crm", "account");
        assertThat(bench.live().table(account).orElseThrow().name()).isEqualTo(account);
        Table contact = bench.live().referencing(account).get(0);
        assertThat(contact.name()).isEqualTo(TableName.of("crm_contact"));
        assertThat(contact.foreignKeys().get(0).table()).isEqualTo(account);
        assertThat(contact.foreignKeys().get(0).referenced()).isEqualTo(names("id"));
    }

    @Test
    void viewWithNamesOfItsOwnIsReadAsAQuery() {
        bench.execute("CREATE TABLE t (a TEXT)");
        bench.execute("CREATE VIEW v (\"x y\") AS SELECT a FROM \"t\" -- end");
        String query =
                bench.live().view(TableName.of("v")).orElseThrow().query().text();
        bench.execute("INSERT INTO t VALUES ('1')");
        assertThat(bench.rowsOf("SELECT \"x y\" FROM (" + query + "\n)")).containsExactly("1");
    }
}
